import { randomUUID } from 'node:crypto';
import type { Couple, Person, Side, Staff, Track } from '../facts.js';
import { versionIn, therapistOf } from '../writing.js';
import type { Answer, Method } from '../wire.js';
import type { World } from '../world.js';
import { newFtd, type Ftd, type LetterKind, type Said, type SaidKind } from './said.js';

/** Tells the disclosure of one couple through the doors of the product, a mark in every text. */
export class DisclosureTeller {
  readonly ftd: Ftd;

  constructor(
    readonly world: World,
    readonly couple: Couple,
  ) {
    this.ftd = couple.ftd ?? newFtd();
    couple.ftd = this.ftd;
  }

  person(side: Track): Person {
    return this.couple.people[side];
  }

  therapist(side: Side): Staff {
    return therapistOf(this.world, this.couple, side);
  }

  /** A new mark for words of that kind on a side. */
  mark(
    what: SaidKind,
    side: Side,
    {
      revision = 0,
      letter = null,
      released = false,
    }: Partial<Pick<Said, 'revision' | 'letter' | 'released'>> = {},
  ): string {
    const { clinicId, id: coupleId, people } = this.couple;
    const personId = side === 'JOINT' ? null : people[side].id;
    const said: Said = {
      ...{ kind: 'said', what, clinicId, coupleId, side, personId, revision, letter, released },
    };
    return this.world.facts.mark(said, side.toLowerCase(), what);
  }

  /** Puts the process straight at a state, as though every step before it had been taken. */
  async putAt(state: string): Promise<void> {
    const closed = ['DECLINED', 'STOPPED', 'WAIVED', 'COMPLETED'].includes(state) ? new Date() : null;
    await this.world.app.db.sql(
      'UPDATE disclosure_process SET state = $2, closed_at = $3 WHERE couple_id = $1',
      [this.couple.id, state, closed],
    );
    this.ftd.state = state;
  }

  /** @throws Error for what is refused. */
  async ask(
    who: Staff | Person,
    method: Method,
    rest: string,
    said: { readonly body?: object; readonly version?: number } = {},
  ): Promise<Answer> {
    const door = who.kind === 'staff' ? 'clinic' : 'home';
    const path = `/api/${door}/${rest}`;
    const answer = await this.world.send(who, { door, method, path, ...said });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${String(answer.status)} ${answer.text}`);
    return answer;
  }

  async read<View>(who: Staff | Person, rest: string): Promise<View> {
    return JSON.parse((await this.ask(who, 'get', rest)).text) as View;
  }

  /** The process is opened, as far as preparing. */
  async open(): Promise<void> {
    await this.ask(this.therapist('RP'), 'post', `disclosure/${this.couple.id}`);
    this.couple.disclosed = true;
    await this.putAt('PREPARING');
  }

  async document(): Promise<void> {
    const author = this.person('RP');
    const guide = this.therapist('RP');
    const { version } = await this.read<{ version: number }>(author, 'disclosure-document');
    const legal = { exposurePossible: false, minorOrCrime: false };
    await this.ask(author, 'put', 'disclosure-document/legal', { body: legal, version });
    const entry = {
      ...{ period: '2019', behaviour: this.mark('inventory', 'RP'), medium: '', frequency: '', timeCost: '' },
      ...{ moneyCost: '', secrecy: this.mark('inventory', 'RP'), realPersons: false, healthRisk: false },
      ...{ knownByPartner: 'no', source: 'memory' },
    };
    await this.ask(author, 'put', 'disclosure-document/inventory', {
      body: { entries: [entry] },
      version: 0,
    });
    for (const round of [1, 2]) {
      await this.section('a', this.mark('version', 'RP', { revision: round }));
      await this.section('c', this.mark('version', 'RP', { revision: round }));
      await this.handIn();
    }
    await this.section('d', this.mark('section', 'RP'));
    const id = randomUUID();
    const place = { number: 2, section: 'a', start: 0, length: 4 };
    const body = { id, ...place, text: this.mark('comment', 'RP') };
    await this.ask(guide, 'post', `disclosure-documents/${this.couple.id}/comments`, { body });
    Object.assign(this.ftd.ids, { commentId: id, number: '2', section: 'a' });
  }

  /** Saves a section over whatever stands there. */
  async section(section: string, text: string): Promise<void> {
    const author = this.person('RP');
    const { sections } = await this.read<{ sections: { section: string; version: number }[] }>(
      author,
      'disclosure-document',
    );
    const version = sections.find((one) => one.section === section)?.version ?? 0;
    await this.ask(author, 'put', `disclosure-document/sections/${section}`, { body: { text }, version });
  }

  private async handIn(): Promise<void> {
    const author = this.person('RP');
    const { sections, versions } = await this.read<{
      sections: { section: string; version: number }[];
      versions: { number: number }[];
    }>(author, 'disclosure-document');
    const body = {
      basedOn: versions.at(-1)?.number ?? null,
      sections: sections
        .filter(({ version }) => version > 0)
        .map(({ section, version }) => ({ section, version })),
    };
    await this.ask(author, 'post', 'disclosure-document/versions', { body });
    this.ftd.version += 1;
  }

  /** A list that is kept, or went to the other therapist, or from there to the other person. */
  async questions(how: 'kept' | 'released' | 'passed on'): Promise<void> {
    const id = await this.question(how !== 'kept');
    this.ftd.ids['questionId'] = id;
    const [partner, guide, lead] = [this.person('BP'), this.therapist('BP'), this.therapist('RP')];
    const path = `questions/${this.couple.id}`;
    const body = { advice: this.mark('advice', 'BP') };
    await this.ask(guide, 'post', `${path}/${id}/look`, { body, version: 1 });
    if (how === 'kept') return;
    await this.ask(partner, 'post', 'questions/release');
    if (how === 'released') return;
    const { listVersion: version } = await this.read<{ listVersion: number }>(lead, path);
    await this.ask(lead, 'post', `${path}/passing-on`, { version });
    this.ftd.passedOn = true;
  }

  async question(released: boolean): Promise<string> {
    const id = randomUUID();
    const said = { released };
    const body = {
      ...{ id, category: 'money', detail: 'summary', question: this.mark('question', 'BP', said) },
      ...{ reason: this.mark('why', 'BP', said), fear: this.mark('why', 'BP', said) },
    };
    await this.ask(this.person('BP'), 'post', 'questions', { body });
    return id;
  }

  /** A letter with an earlier text, the newest and a draft, and a word of the own therapist. */
  async letter(letter: LetterKind): Promise<void> {
    const side = letter === 'impact' ? 'BP' : 'RP';
    const author = this.person(side);
    const key = letter === 'impact' ? 'lost' : 'heard';
    await this.putAt(letter === 'impact' ? 'IMPACT_PREP' : 'RESTITUTION_PREP');
    const id = randomUUID();
    await this.ask(author, 'post', 'letters', { body: { id, kind: letter } });
    let version = 1;
    for (const revision of [1, 2]) {
      const sections = { [key]: this.mark('lettertext', side, { revision, letter }) };
      const laid = await this.ask(author, 'post', `letters/${id}/revisions`, { body: { sections }, version });
      version = versionIn(laid);
      this.ftd.letters[letter].revision = revision;
    }
    const sections = { [key]: this.mark('letterdraft', side, { letter }) };
    await this.ask(author, 'put', `letters/${id}/draft`, { body: { sections }, version });
    const text = this.mark('lettercomment', side, { letter });
    await this.ask(this.therapist(side), 'post', `letters/${this.couple.id}/${id}/comments`, {
      body: { id: randomUUID(), revision: 2, text },
    });
    Object.assign(this.ftd.ids, { [letter]: id, letterId: id, revision: '1', kind: letter });
  }
}
