import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  asLocalDate,
  contraindicationIds,
  itemIsMet,
  localDateOf,
  processStates,
  readinessItems,
  releasesCover,
  separationPurposes,
  type Assessment,
  type Consent,
  type DisclosureEffect,
  type DisclosureSnapshot,
  type DisclosureState,
  type LocalDate,
  type ReadinessItem,
} from '@trellis/domain';
import {
  DisclosureParts,
  type DisclosureCard,
  type DisclosurePart,
  type DisclosureScope,
  type PartFacts,
  type ShownToPerson,
  type StepInHand,
} from '../disclosure/disclosure-parts.service.js';
import { Clock } from '../platform/clock.js';
import {
  ReadinessPartRepository,
  type ReadinessFacts,
  type RecordFact,
} from './readiness-part.repository.js';

/** Readiness as the process knows it: consents, findings, releases and marks as facts; a stop takes consents back. */
@Injectable()
export class ReadinessPart implements DisclosurePart, OnModuleInit {
  readonly area = 'readiness';

  constructor(
    private readonly parts: DisclosureParts,
    private readonly rows: ReadinessPartRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.parts.register(this);
  }

  async facts(scope: DisclosureScope): Promise<PartFacts> {
    return factsOf(await this.rows.facts(scope), localDateOf(this.clock.now(), scope.timeZone));
  }

  async carryOut(effect: DisclosureEffect, { processId, at }: StepInHand): Promise<void> {
    if (effect.kind === 'revoke_consents') await this.rows.revokeConsents(processId, at);
  }

  /** The own answer, and releases that wait for a signature. Nothing in it depends on the other person. */
  async cards(
    scope: DisclosureScope,
    processId: string,
    side: 'RP' | 'BP',
    { state, snapshot }: ShownToPerson,
  ): Promise<readonly DisclosureCard[]> {
    const now = this.clock.now();
    const itemsDone = sessionWas(state) || ownItems(side).every(({ id }) => itemIsMet(id, snapshot, now));
    const { answered, releases } = await this.rows.open(scope, processId, side);
    return [
      { kind: 'readiness_consent', dueAt: null, done: answered },
      { kind: 'readiness_items', dueAt: null, done: itemsDone },
      ...(releases > 0 ? [{ kind: 'readiness_release', dueAt: null, done: false }] : []),
    ];
  }
}

/** The session has begun: readiness asks for nothing any more. */
function sessionWas(state: DisclosureState): boolean {
  const order: readonly DisclosureState[] = processStates;
  return order.indexOf(state) >= order.indexOf('IN_SESSION');
}

/** Criteria that a person ticks themself; their own answer has a page of its own. */
export function ownItems(side: 'RP' | 'BP'): readonly ReadinessItem[] {
  return readinessItems.filter(({ id, actors }) => actors.includes(side) && id !== 'R1' && id !== 'B1');
}

/** The share of the snapshot that readiness brings. `today` is the couple's local day. */
export function factsOf(facts: ReadinessFacts, today: LocalDate): PartFacts {
  const latest = (kind: string, side: RecordFact['side']): RecordFact | null =>
    facts.records.find((record) => record.kind === kind && record.side === side) ?? null;
  const dayOf = (kind: string, side: RecordFact['side']): LocalDate | null => {
    const record = latest(kind, side);
    return record === null ? null : asLocalDate(record.on);
  };
  const perTrack = <T>(of: (side: 'RP' | 'BP') => T): Readonly<Record<'RP' | 'BP', T>> => ({
    RP: of('RP'),
    BP: of('BP'),
  });
  return {
    consents: perTrack((side) => consentOf(facts, side)),
    assessments: facts.records.flatMap(assessmentOf),
    counselConsulted: perTrack((side) => consulted(latest('counsel', side))),
    separationPurpose: purposeOf(facts),
    timingNotes: perTrack((side) => dayOf('timing_note', side)),
    riskScreens: perTrack((side) => {
      const screen = latest('risk_screen', side);
      return screen === null ? null : new Date(screen.at);
    }),
    releasesSigned: releasesCover(
      facts.releases.map(({ side, validUntil, ...rest }) => ({
        ...{ ...rest, track: side, validUntil: asLocalDate(validUntil) },
      })),
      facts.therapists,
      today,
    ),
    consultationNoteOn: dayOf('consultation', 'JOINT'),
    treatmentSince: dayOf('treatment_start', 'RP'),
    grounding: facts.grounding.map((entry) => ({ ...entry, on: asLocalDate(entry.on) })),
    readiness: marksOf(facts),
  };
}

function consentOf({ consents }: ReadinessFacts, side: 'RP' | 'BP'): Consent | null {
  const found = consents.find((one) => one.side === side);
  if (found === undefined) return null;
  return { given: found.given, at: new Date(found.at), ownSignIn: true, textVersion: found.textVersion };
}

function assessmentOf({ kind, side, topic, outcome, on, by }: RecordFact): Assessment[] {
  const id = contraindicationIds.find((one) => one === topic);
  if (kind !== 'contraindication' || side === 'JOINT' || id === undefined) return [];
  return [{ track: side, id, present: outcome === 'present', on: asLocalDate(on), assessorId: by }];
}

function consulted(record: RecordFact | null): boolean | null {
  return record === null ? null : record.outcome === 'consulted';
}

/** The newest of both sides: it is one disclosure, and it has one purpose. */
function purposeOf({ records }: ReadinessFacts): DisclosureSnapshot['separationPurpose'] {
  const [newest] = records
    .filter(({ kind }) => kind === 'separation_purpose')
    .sort((one, other) => other.at.localeCompare(one.at));
  return separationPurposes.find((purpose) => purpose === newest?.outcome) ?? null;
}

function marksOf({ marks }: ReadinessFacts): DisclosureSnapshot['readiness'] {
  return Object.fromEntries(
    marks.map(({ item, status, markedBy, coSigner, reasonRecorded }) => [
      item,
      { status, markedBy, coSigner, reasonRecorded },
    ]),
  );
}
