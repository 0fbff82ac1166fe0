import type { DisclosureView, UnmetGateView } from '@trellis/contracts';
import { asLocalDate, instantOf } from '@trellis/domain';
import type { Teller, Voice, VoiceName } from '../../src/demo/retold/teller.js';
import { DisclosureClockLoop } from '../../src/disclosure-clock/disclosure-clock-loop.service.js';
import { arrangeStaff, signedIn } from '../arrange.js';
import { arrangeCase, travel, type ArrangedCase } from '../arrange-case.js';
import type { TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const zone = 'America/Chicago';
const quick = { pollMs: 60_000, batch: 50, staleSeconds: 60 };

/** The worked example as it is told over HTTP, on its own days. */
export class Retold implements Teller {
  /** Each act, and the state after it. */
  readonly states: [string, string][] = [];
  /** What the partner got at every page of the document, and the office at every page with words, after each act. */
  readonly pried: string[] = [];
  readonly voices: Readonly<Record<VoiceName, Voice>>;
  readonly coupleId: string;

  private constructor(
    readonly app: TestApp,
    readonly ours: ArrangedCase,
    readonly admin: TestClient,
  ) {
    this.coupleId = ours.coupleId;
    this.voices = {
      lead: voiceOf(ours.mina),
      partnersTherapist: voiceOf(ours.jo),
      coupleTherapist: voiceOf(ours.dana),
      office: voiceOf(admin),
      recovering: voiceOf(ours.rowan),
      partner: voiceOf(ours.iris),
    };
  }

  static async begin(app: TestApp): Promise<Retold> {
    const ours = await arrangeCase(app);
    const admin = await arrangeStaff(app, ours.clinicId, 'clinic_admin', 'Dale Moss');
    return new Retold(app, ours, await signedIn(app, ours.clinicId, admin, 'clinic_admin'));
  }

  day(day: string) {
    return asLocalDate(day);
  }

  wall(day: string, time: string): Date {
    return instantOf(asLocalDate(day), time, zone);
  }

  at(day: string, time: string): void {
    travel(this.app, this.wall(day, time));
  }

  async timePasses(): Promise<void> {
    await this.app.app.get(DisclosureClockLoop).round(quick);
  }

  view(): Promise<DisclosureView> {
    return this.voices.lead.call<DisclosureView>('get', `disclosure/${this.coupleId}`);
  }

  /** What is looked at right after an act, by its name; once. */
  readonly asides = new Map<string, () => Promise<void>>();

  /** Remembers the state after an act, and what those get who may see nothing of the words in it. */
  async note(step: string): Promise<void> {
    this.states.push([step, (await this.view()).state]);
    for (const page of ['', '/versions/1', '/versions/4', '/inventory'])
      this.pried.push(await answerOf(this.ours.iris, `disclosure-document${page}`));
    for (const page of ['disclosure-documents', 'questions', 'letters', 'readiness', 'aftercare', 'slips'])
      this.pried.push(await answerOf(this.admin, `${page}/${this.coupleId}`));
    const aside = this.asides.get(step);
    this.asides.delete(step);
    await aside?.();
  }

  /** Steps in the order they were taken, each with its moment. */
  async steps(): Promise<readonly string[]> {
    return (await this.view()).events.map(({ event, at }) => `${at} ${event}`);
  }

  /** The gates that refuse the lead, as `guard` or `guard item`, in the order in which they are told. */
  async refusals(rest: string, body: object): Promise<readonly string[]> {
    const { version } = await this.view();
    const answer = await this.ours.mina.call('post', `disclosure/${this.coupleId}${rest}`, { body, version });
    if (answer.status !== 409) throw new Error(`not refused: ${answer.text}`);
    const { gates } = answer.body.facts as { gates: readonly UnmetGateView[] };
    return gates.map(({ guardId, item }) => (item === null ? guardId : `${guardId} ${item}`));
  }
}

async function answerOf(by: TestClient, path: string): Promise<string> {
  const { status, body } = await by.call('get', path);
  return `${String(status)} ${String((body as { code?: unknown }).code)}`;
}

function voiceOf(client: TestClient): Voice {
  return {
    call: async <View>(method: 'get' | 'post' | 'put', path: string, said = {}) => {
      const answer = await client.call(method, path, said);
      if (answer.status >= 300) throw new Error(`${method} ${path}: ${String(answer.status)} ${answer.text}`);
      return answer.body as View;
    },
  };
}
