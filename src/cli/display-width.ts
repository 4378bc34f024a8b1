/** Joined to what stands before it: vowel marks, joiners such as the ZWNJ of Persian, direction marks. */
const NO_WIDTH = /^[\p{Mark}\p{Format}\p{Default_Ignorable_Code_Point}]$/u;
const TWO_WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\p{Emoji_Presentation}\u{20000}-\u{3fffd}]$/u;

/** How many columns of a terminal a text takes. Worked: «می‌خرم» has 6 signs, one of them a ZWNJ, and is 5 wide. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const sign of text) {
    if (NO_WIDTH.test(sign)) continue;
    width += TWO_WIDE.test(sign) ? 2 : 1;
  }
  return width;
}
