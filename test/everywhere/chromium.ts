import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import type { Outcome } from "./outcome.js";

const EXECUTABLES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"] as const;

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
] as const;

/** No `eval`, nothing in the page itself, nothing from elsewhere: as a careful shop serves its checkout. */
const POLICY = "default-src 'none'; script-src 'self'";

/** Runs a bundle in a page of headless Chromium, in a zone and a locale far from any club's. */
export async function runInChromium(bundle: string): Promise<Outcome> {
  const executablePath = findChromium() ?? installChromium();
  if (executablePath === undefined) return { where: "Chromium", skipped: "there is none on this machine" };

  const profile = mkdtempSync(join(tmpdir(), "vafa-chromium-"));
  const server = serve(bundle);
  try {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    return await openPage(`http://127.0.0.1:${port}/`, { executablePath, profile });
  } catch (error) {
    return { where: "Chromium", failed: String(error) };
  } finally {
    server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

function serve(bundle: string): Server {
  return createServer(({ url }, response) => {
    const isScript = url === "/bundle.js";
    response.setHeader("content-security-policy", POLICY);
    response.setHeader("content-type", `${isScript ? "text/javascript" : "text/html"}; charset=utf-8`);
    response.end(isScript ? bundle : '<!doctype html><body><script type="module" src="/bundle.js"></script>');
  });
}

interface Browser {
  readonly executablePath: string;
  readonly profile: string;
}

async function openPage(url: string, { executablePath, profile }: Browser): Promise<Outcome> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    args: [...FLAGS],
    timezoneId: "Asia/Kathmandu",
    locale: "ar-EG",
  });
  try {
    const where = `Chromium ${context.browser()?.version() ?? ""}`.trim();
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("pageerror", ({ message }) => complaints.push(message));
    page.on("console", (message) => complaints.push(message.text()));
    await page.goto(url);
    const output = page.locator("pre");
    await output.waitFor({ state: "attached", timeout: 60_000 }).catch(() => undefined);
    // What the policy stopped is said on the console: nothing may be.
    if (complaints.length > 0 || (await output.count()) === 0) {
      return { where, failed: complaints.join("\n") || "the page decided nothing in a minute" };
    }
    const text = (await output.textContent()) ?? "";
    return (await output.getAttribute("id")) === "decided" ? { where, told: text } : { where, failed: text };
  } finally {
    await context.close();
  }
}

function findChromium(): string | undefined {
  return EXECUTABLES.find((path) => existsSync(path));
}

/** Only where nobody minds: as root on Debian, which is a container of CI. */
function installChromium(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return undefined;
  process.stdout.write("installing Debian's chromium\n");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [["update"], ["install", "-y", "--no-install-recommends", "chromium"]]) {
    spawnSync("apt-get", args, { env, stdio: "ignore", timeout: 10 * 60_000 });
  }
  return findChromium();
}
