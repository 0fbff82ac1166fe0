import type { FastifyHelmetOptions } from '@fastify/helmet';
import type { Config } from '../config/env.js';

/** For two years, as browsers ask of who wants to be known for it. */
const tlsOnly = { maxAge: 63_072_000, includeSubDomains: true } as const;

/** Headers of every answer. Pages replace the policy by `pagePolicy`, which carries their nonce. */
export function baseHeaders(config: Config): FastifyHelmetOptions {
  return {
    global: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: config.mode === 'production' ? tlsOnly : false,
    xFrameOptions: { action: 'deny' },
  };
}

/** The same headers for answers that are given before any hook runs, and that nobody may keep. */
export function refusalHeaders(config: Config): Readonly<Record<string, string>> {
  return {
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none';frame-ancestors 'none'",
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    ...(config.mode === 'production'
      ? { 'strict-transport-security': `max-age=${String(tlsOnly.maxAge)}; includeSubDomains` }
      : {}),
  };
}

/**
 * Policy of the two apps' pages. No inline script, no foreign host, and Trusted Types without the escape hatch of
 * Angular, so that trusting a string as HTML fails in the browser.
 */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    // `trellis#shell` lets the homework app start one program, its own (see keep-shell.ts).
    'trusted-types angular angular#bundler trellis#shell',
  ].join('; ');
}
