import type { CoupleView, UnmetGateView } from '@trellis/contracts';
import {
  type DisclosureState,
  actorRoles,
  guardEntries,
  guardIds,
  languages,
  readinessItemIds,
} from '@trellis/domain';
import { words as english } from '../../i18n/en';
import { words as spanish } from '../../i18n/es';
import { type RefusalWording, criterionOf, refusalWords } from './refusal-words';

const therapist = { credentials: '', lead: false };
const couple: CoupleView = {
  id: 'c',
  version: 1,
  name: 'Rowan and Sam',
  status: 'active',
  stage: 1,
  weekInStage: 2,
  timeZone: 'America/Chicago',
  secretsPolicy: 'LIMITED',
  disclosureState: 'CONSIDERING',
  mySides: ['RP'],
  emergencyUntil: null,
  people: [
    {
      id: 'r',
      name: 'Rowan',
      pronouns: '',
      side: 'RP',
      enrolled: true,
      invitation: 'used',
      sharedDevice: null,
      linkWanted: null,
    },
    {
      id: 's',
      name: 'Sam',
      pronouns: '',
      side: 'BP',
      enrolled: true,
      invitation: 'used',
      sharedDevice: null,
      linkWanted: null,
    },
  ],
  careTeam: [
    { ...therapist, staffId: 'm', name: 'Mina', side: 'RP', lead: true },
    { ...therapist, staffId: 'j', name: 'Jo', side: 'BP' },
  ],
};
const wording: RefusalWording = {
  language: 'en',
  actor: (role) => `the ${role}`,
  day: (date) => `day ${date}`,
  state: (state: DisclosureState) => state.toLowerCase(),
  evidence: (key, params) => `${key} ${Object.values(params).map(String).join('|')}`.trim(),
  list: (names) => names.join(' & '),
};
const gate = (facts: Partial<UnmetGateView>): UnmetGateView => ({
  guardId: 'both_enrolled',
  item: null,
  rule: 'FTD-05.1',
  side: 'JOINT',
  actors: ['LEAD'],
  evidence: {},
  ...facts,
});
const said = (facts: Partial<UnmetGateView>) => refusalWords([gate(facts)], couple, wording)[0];

describe('a refusal in words', () => {
  it.each(guardIds)('%s says what it asks and what meets it, in each language', (guardId) => {
    const criterion = criterionOf({ guardId, item: null });
    for (const language of languages) {
      expect(criterion?.title[language]).toMatch(/\S/);
      expect(criterion?.metBy[language]).toMatch(/\S/);
    }
    expect(
      refusalWords([gate({ guardId, actors: [...guardEntries[guardId].actors] })], couple, wording)[0]?.asks,
    ).not.toBe(guardId);
  });

  it.each(readinessItemIds)('names readiness item %s where a guard asks about it', (item) => {
    const asks = said({ guardId: 'readiness_met', item })?.asks ?? '';
    expect(asks.startsWith(`${item} `)).toBe(true);
    expect(asks).not.toContain(guardEntries.readiness_met.title.en);
  });

  it.each([
    ['en', english],
    ['es', spanish],
  ] as const)('has a word for every actor and every fact in %s', (_, words) => {
    expect(Object.keys(words.disclosure.actors).toSorted()).toEqual(actorRoles.toSorted());
    expect(Object.keys(words.disclosure.evidence)).toEqual(Object.keys(english.disclosure.evidence));
  });

  it('lists all gates, each with those who can act by name', () => {
    const gates = [
      gate({ actors: ['T_RP', 'T_BP', 'LEAD'] }),
      gate({ guardId: 'consents_given', item: 'BP', side: 'BP', actors: ['BP'] }),
      gate({ guardId: 'readiness_met', item: 'S2', actors: ['ADMIN', 'LEAD'] }),
    ];
    const shown = refusalWords(gates, couple, wording);
    expect(shown.map(({ who }) => who)).toEqual(['Mina & Jo', 'Sam', 'Mina & the ADMIN']);
    expect(shown.map(({ of }) => of)).toEqual(['joint', 'bp', 'joint']);
    expect(shown[1]?.asks).toMatch(/: Sam$/);
    expect(new Set(shown.map(({ id }) => id)).size).toBe(3);
  });

  it('says a date and what is known so far, and leaves out facts it has no words for', () => {
    expect(said({ guardId: 'calendar_clear', item: '2025-06-01' })?.asks).toMatch(/: day 2025-06-01$/);
    expect(said({ evidence: { days: 9, needed: 28, earliest: '2025-06-01' } })?.evidence).toBe(
      'days 9|28 earliest day 2025-06-01',
    );
    expect(
      said({ evidence: { state: 'CONSIDERING', needed: 'READY VERIFYING', steps: 'x' } })?.evidence,
    ).toBe('state considering|ready & verifying');
    expect(said({ evidence: { unheardOf: 1 } })).not.toHaveProperty('evidence');
  });
});
