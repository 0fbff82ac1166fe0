import type { BrowserContext, Request } from '@playwright/test';

/** What a page did that no page of the product may do; empty when all is well. */
export interface Watch {
  readonly findings: readonly string[];
  /** For a journey that cuts the network on purpose: what the browser says about that is expected. */
  expectLostConnections(): void;
}

const OWN_HOSTS = new Set(['localhost', '127.0.0.1']);
const LOST_CONNECTION =
  /net::ERR_(CONNECTION_(REFUSED|RESET)|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED|INTERNET_DISCONNECTED|NETWORK_CHANGED)|An unknown error occurred when fetching the script|Failed to fetch dynamically imported module/;
const REFUSED_BY_SERVER = /Failed to load resource: the server responded with a status of 4\d\d/;

/**
 * Watches every page of a context from now on: violations of the content security policy (Trusted Types
 * included), requests to anything but this machine, errors in scripts, console errors, answers of 500 and above.
 * Refusals (4xx) are part of the journeys and are asserted there by their words.
 */
export async function watchContext(context: BrowserContext): Promise<Watch> {
  const findings: string[] = [];
  const state = { mayLoseConnections: false };
  const note = (finding: string): void => {
    if (!(state.mayLoseConnections && LOST_CONNECTION.test(finding))) findings.push(finding);
  };
  await context.exposeFunction('noteViolation', (text: string) => note(`security policy: ${text}`));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const where = `${event.sourceFile}:${String(event.lineNumber)}`;
      const tell = (globalThis as unknown as { noteViolation: (text: string) => void }).noteViolation;
      tell(`${event.effectiveDirective} ${event.blockedURI} ${event.sample} at ${where} on ${document.URL}`);
    });
  });
  context.on('request', (request) => {
    if (isForeign(request)) note(`third party: ${request.method()} ${request.url()}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 500) note(`server: ${String(response.status())} ${response.url()}`);
  });
  context.on('weberror', (error) => note(`script: ${error.error().message}`));
  context.on('console', (message) => {
    if (message.type() !== 'error' || REFUSED_BY_SERVER.test(message.text())) return;
    note(`console: ${message.text()} ${message.location().url}`);
  });
  return {
    findings,
    expectLostConnections() {
      state.mayLoseConnections = true;
    },
  };
}

/** A page calls the place it comes from and nothing else; only the person goes from one place to another. */
function isForeign(request: Request): boolean {
  const url = new URL(request.url());
  if (!['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol)) return false;
  if (!OWN_HOSTS.has(url.hostname)) return true;
  if (request.isNavigationRequest()) return false;
  // The program that keeps the shell has no page; it asks the place it comes from.
  const program = request.serviceWorker();
  const page = program === null ? request.frame().url() : program.url();
  return page.startsWith('http') && new URL(page).host !== url.host;
}
