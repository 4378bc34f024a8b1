/** Where a command writes to: `process`, or a test's own. */
export interface Host {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: { readonly [name: string]: string | undefined };
}

interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
}

export const EXIT = { fine: 0, wrongDocuments: 1, wrongCommand: 2 } as const;
