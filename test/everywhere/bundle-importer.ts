import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** What an application carries that imports no more than this. */
export interface Bundle {
  readonly text: string;
  readonly minified: number;
  readonly gzipped: number;
  /** The packages with a line of code in it, this one among them, sorted. */
  readonly packages: readonly string[];
}

/**
 * Bundles an importer for browsers as an application would: built package, no shims, nothing left outside. Whatever
 * needs Node's own modules fails here.
 */
export async function bundleImporter(code: string, folder: string): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: folder },
    // The application's own settings: with ours, "vafa" would be the sources.
    tsconfigRaw: {},
    bundle: true,
    platform: "browser",
    format: "esm",
    target: "es2022",
    minify: true,
    metafile: true,
    write: false,
    logLevel: "error",
  });
  const text = outputFiles[0]?.text ?? "";
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  const packages = inputs
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => packageOf(path))
    .filter((name) => name !== undefined);
  return {
    text,
    minified: Buffer.byteLength(text),
    gzipped: gzipSync(text, { level: 9 }).length,
    packages: [...new Set(packages)].sort(),
  };
}

/** `../node_modules/@date-fns/tz/index.js` is of `@date-fns/tz`; `dist/index.js` of this package. */
function packageOf(path: string): string | undefined {
  const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path) ?? [];
  if (name !== undefined) return name;
  return /(?:^|\/)dist\//.test(path) ? "vafa" : undefined;
}
