/** An independent counter of SMS segments. It comes without types. */
declare module "split-sms" {
  export function split(message: string): {
    readonly characterSet: "GSM" | "Unicode";
    readonly parts: readonly { readonly content: string; readonly bytes: number }[];
    readonly bytes: number;
  };
}
