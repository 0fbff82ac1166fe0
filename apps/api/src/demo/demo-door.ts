import type { AddressInfo } from 'node:net';
import { headers, type PersonSessionView } from '@trellis/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { listenHome } from '../platform/http/http-bootstrap.js';

/** The homework app's door, opened on a free port for as long as the demo clinic is told. */
export interface DemoDoor {
  /** Where calls of the homework app go. */
  readonly base: string;
  /** Walks the invitation ceremony as a browser would. Returns the sign-in name that was handed out. */
  enrol(link: string, code: string, consents: readonly string[], passphrase: string): Promise<string>;
  close(): Promise<void>;
}

/** Opens the door. `origin` is the homework app's configured address, which same-site checks compare. */
export async function openDemoDoor(app: NestFastifyApplication, origin: string): Promise<DemoDoor> {
  const server = await listenHome(app, 0, '127.0.0.1');
  const base = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/api/home`;
  const post = async (path: string, body: object, extra: Record<string, string>): Promise<Response> => {
    const response = await fetch(`${base}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, ...extra },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`the demo could not do ${path}: ${await response.text()}`);
    return response;
  };
  return {
    base,
    enrol: async (link, code, consents, passphrase) => {
      const token = new URL(link).hash.slice(1);
      const opened = await post('invitations/exchange', { token, code }, {});
      const cookie = opened.headers
        .getSetCookie()
        .map((line) => line.split(';')[0])
        .join('; ');
      const session = (await (
        await fetch(`${base}/session`, { headers: { cookie } })
      ).json()) as PersonSessionView;
      const enrolled = await post(
        'enrolment',
        { consents, language: 'en', passphrase },
        { cookie, [headers.csrf]: session.csrfToken },
      );
      return ((await enrolled.json()) as { signInName: string }).signInName;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
