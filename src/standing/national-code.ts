/** Is this an Iranian national code? Ten digits, weighed 10 to 2, the last being the check digit (mod 11). */
export function isNationalCode(text: string): boolean {
  if (text.length !== 10 || !/^[0-9]{10}$/.test(text) || /^(.)\1*$/.test(text)) return false;
  let sum = 0;
  for (let index = 0; index < 9; index++) sum += Number(text[index]) * (10 - index);
  const rest = sum % 11;
  return Number(text[9]) === (rest < 2 ? rest : 11 - rest);
}
