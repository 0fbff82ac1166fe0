import { kindMay } from './acts-table.js';
import { browserFor } from './cast.js';
import type { Viewer } from './facts.js';
import type { Cell } from './matrix-cells.js';
import { mayFind } from './oracle.js';
import { Watch } from './watch.js';
import type { Answer, Call } from './wire.js';
import type { World } from './world.js';

/** Asks the questions and judges each answer. */
export class Matrix {
  readonly watch: Watch;
  cells = 0;
  /** Answers to questions about ids that exist nowhere, once for each viewer, route and kind of question. */
  private readonly strangers = new Map<string, Promise<Answer>>();

  constructor(private readonly world: World) {
    this.watch = new Watch(world.facts);
  }

  /** Asks all of them, a few at a time. */
  async ask(cells: readonly Cell[], hands = 4): Promise<void> {
    const left = cells.values();
    const work = async (): Promise<void> => {
      for (const cell of left) await this.one(cell);
    };
    await Promise.all(Array.from({ length: hands }, work));
  }

  private async one(cell: Cell): Promise<void> {
    const { viewer, subject, handler } = cell;
    // A removal by who may do it cannot be asked for with empty hands; the random steps do it for real.
    if (cell.call.method === 'delete' && kindMay(viewer, handler) === true && !cell.endsSession) return;
    this.cells += 1;
    const known = subject === null || mayFind(viewer, subject, this.world.facts);
    const able = kindMay(viewer, handler);
    const writes = cell.call.method !== 'get';
    // Who may do it asks with empty hands, so that the world stays as it is told.
    const call = writes && known && able !== false ? emptyHanded(cell.call) : cell.call;
    const answer = await this.send(viewer, call, cell.endsSession);
    this.watch.look(viewer, call, answer);
    if (writes && able === false && answer.status < 400)
      this.watch.note(viewer, call, answer, `may not ${handler}`);
    if (subject !== null && !known) await this.compare(cell, answer);
    if (subject === null && viewer.kind === 'nobody' && able !== true && !writes && answer.status < 400)
      this.watch.note(viewer, call, answer, 'answered to nobody');
  }

  /** What may not be known is answered as what does not exist: same status, same bytes but for the id of the request. */
  private async compare(
    { viewer, call, unknown, handler, endsSession }: Cell,
    answer: Answer,
  ): Promise<void> {
    if (unknown === null) return;
    const name = `${viewer.kind === 'nobody' ? '' : viewer.id} ${handler} ${JSON.stringify(call.headers ?? {})}`;
    const asked = { ...unknown, ...(call.headers === undefined ? {} : { headers: call.headers }) };
    const reference = this.strangers.get(name) ?? this.send(viewer, asked, endsSession);
    this.strangers.set(name, reference);
    const [seen, wanted] = [masked(answer), masked(await reference)];
    if (seen !== wanted)
      this.watch.note(viewer, call, answer, `not as an unknown id, ${wanted.slice(0, 200)}`);
    if (answer.status < 400 && !isList(answer))
      this.watch.note(viewer, call, answer, 'found what is not theirs');
  }

  private async send(viewer: Viewer, call: Call, alone: boolean): Promise<Answer> {
    if (viewer.kind === 'nobody') return this.world.wire.send(null, call);
    const browser = alone ? await browserFor(this.world.app, viewer) : await this.world.browser(viewer);
    return this.world.wire.send(browser, call);
  }
}

function emptyHanded(call: Call): Call {
  return { door: call.door, method: call.method, path: call.path, body: {}, key: null };
}

const idPattern = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

function masked({ status, text, headers }: Answer): string {
  const names = Object.keys(headers).filter((name) => !['keep-alive', 'connection'].includes(name));
  return `${String(status)} ${text.replaceAll(idPattern, '#')} ${names.sort().join()}`;
}

function isList({ text }: Answer): boolean {
  return text.startsWith('[') || text === '';
}
