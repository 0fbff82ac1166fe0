import type {
  CaseQuestionsView,
  DocumentReviewView,
  InformationReleaseView,
  OwnDocumentView,
  OwnQuestionsView,
} from '@trellis/contracts';
import { randomUUID } from 'node:crypto';
import { contraindicationIds, documentSectionIds } from '@trellis/domain';
import { elleryDocument, elleryQuestions } from '@trellis/fixtures';
import { ground, step } from './steps.js';
import type { Teller, Voice } from './teller.js';

type Side = 'RP' | 'BP';

/** 14 to 20 January: opened, two consents given apart, every condition looked at for each alone. */
export async function openAndScreen(told: Teller): Promise<void> {
  const { lead, recovering, partner } = told.voices;
  told.at('2025-01-14', '10:00');
  await lead.call('post', `disclosure/${told.coupleId}`);
  await told.note('open_ftd');
  const yes = { body: { answer: 'yes', textVersion: 'disclosure/1' } };
  told.at('2025-01-16', '19:00');
  await recovering.call('post', 'readiness/consent', yes);
  await told.note('one consent');
  told.at('2025-01-17', '12:30');
  await partner.call('post', 'readiness/consent', yes);
  await told.note('both_consent');
  told.at('2025-01-20', '09:00');
  await lookAtBoth(told, '2025-01-20');
  await letTherapistsTalk(told);
  await record(told, 'treatment_start', 'RP', '2024-12-02');
  told.at('2025-01-20', '11:00');
  await step(told, lead, 'screen_passed');
}

/** Every condition found absent, in each person alone. */
export async function lookAtBoth(told: Teller, on: string): Promise<void> {
  const findings = contraindicationIds.map((condition) => ({ condition, present: false }));
  for (const side of ['RP', 'BP'] as const) {
    const body = { side, on: told.day(on), findings };
    await therapistOf(told, side).call('post', `readiness/${told.coupleId}/assessments`, { body });
  }
}

export async function record(told: Teller, kind: string, side: Side, on: string): Promise<void> {
  const body = { kind, side, on: told.day(on) };
  await therapistOf(told, side).call('post', `readiness/${told.coupleId}/records`, { body });
}

export function therapistOf({ voices }: Teller, side: Side): Voice {
  return side === 'RP' ? voices.lead : voices.partnersTherapist;
}

async function letTherapistsTalk(told: Teller): Promise<void> {
  for (const side of ['RP', 'BP'] as const) {
    const person = side === 'RP' ? told.voices.recovering : told.voices.partner;
    const body = { side, scopes: ['status', 'safety', 'content'], validUntil: told.day('2025-12-31') };
    const path = `readiness/${told.coupleId}/releases`;
    const asked = await therapistOf(told, side).call<InformationReleaseView>('post', path, { body });
    await person.call('post', `readiness/releases/${asked.id}/signature`, {
      body: { textVersion: 'information_release/1' },
      version: 1,
    });
  }
}

/** The recovering person writes a whole draft and hands it in. */
export async function draft(told: Teller, day: string, time: string, round: number): Promise<void> {
  const { recovering } = told.voices;
  told.at(day, time);
  for (const section of documentSectionIds) {
    const own = await recovering.call<OwnDocumentView>('get', 'disclosure-document');
    const version = own.sections.find((one) => one.section === section)?.version ?? 0;
    const text = elleryDocument(section, round);
    await recovering.call('put', `disclosure-document/sections/${section}`, { body: { text }, version });
  }
  const { sections, versions } = await recovering.call<OwnDocumentView>('get', 'disclosure-document');
  const body = {
    basedOn: versions.at(-1)?.number ?? null,
    sections: sections
      .filter(({ version }) => version > 0)
      .map(({ section, version }) => ({ section, version })),
  };
  await recovering.call('post', 'disclosure-document/versions', { body });
  await told.note('submit_draft');
}

async function decide(told: Teller, section: string, decision: string): Promise<void> {
  const { lead } = told.voices;
  const path = `disclosure-documents/${told.coupleId}`;
  const { processVersion: version, rounds } = await lead.call<DocumentReviewView>('get', path);
  await lead.call('post', `${path}/decisions`, { body: { section, number: rounds, decision }, version });
}

/** Changes are asked for in one part. */
async function askForChanges(told: Teller, day: string): Promise<void> {
  told.at(day, '15:00');
  await decide(told, 'b', 'changes_requested');
  await told.note('request_changes');
}

async function approveAll(told: Teller, day: string, time: string): Promise<void> {
  told.at(day, time);
  for (const section of documentSectionIds) await decide(told, section, 'approved');
  await told.note('approve_section');
}

/** 24 January to 9 February: questions of the partner, three drafts, every part approved. */
export async function threeDrafts(told: Teller): Promise<void> {
  const { recovering } = told.voices;
  told.at('2025-01-24', '19:00');
  for (const question of elleryQuestions)
    await told.voices.partner.call('post', 'questions', { body: { id: randomUUID(), ...question } });
  told.at('2025-01-26', '19:00');
  const { version } = await recovering.call<OwnDocumentView>('get', 'disclosure-document');
  await recovering.call('put', 'disclosure-document/legal', {
    body: { exposurePossible: false, minorOrCrime: false },
    version,
  });
  await draft(told, '2025-01-26', '20:00', 1);
  await askForChanges(told, '2025-01-28');
  await giveQuestions(told);
  await draft(told, '2025-02-02', '20:00', 2);
  await askForChanges(told, '2025-02-04');
  await ground(told, ['2025-02-06', '2025-02-08']);
  await draft(told, '2025-02-09', '09:00', 3);
  await approveAll(told, '2025-02-09', '16:00');
}

/** 30 January: gone through with the own therapist, and given to the other side in one batch. */
async function giveQuestions(told: Teller): Promise<void> {
  const { partner, partnersTherapist } = told.voices;
  told.at('2025-01-30', '17:00');
  const { questions } = await partner.call<OwnQuestionsView>('get', 'questions');
  for (const { id, version } of questions)
    await partnersTherapist.call('post', `questions/${told.coupleId}/${id}/look`, {
      body: { advice: '' },
      version,
    });
  await partner.call('post', 'questions/release');
}

/** Marks criteria; each by the therapist whose side it is, those of the frame by the lead. */
export async function mark(told: Teller, ids: readonly string[], status = 'met'): Promise<void> {
  for (const id of ids) {
    const by = therapistOf(told, id.startsWith('B') ? 'BP' : 'RP');
    const path = `readiness/${told.coupleId}`;
    const { items } = await by.call<{ items: { id: string; version: number }[] }>('get', path);
    const version = items.find((item) => item.id === id)?.version ?? 0;
    await by.call('post', `${path}/items/${id}`, { body: { status }, version });
  }
}

/** 10 to 15 February: the partner's therapist finds two gaps, a fourth draft answers them. */
export async function reviewWithGaps(told: Teller): Promise<void> {
  const { lead, partnersTherapist } = told.voices;
  told.at('2025-02-10', '09:00');
  await mark(told, ['R4', 'R5', 'R6', 'R7', 'R10']);
  told.at('2025-02-10', '10:00');
  await step(told, lead, 'release_for_review');
  await ground(told, ['2025-02-11']);
  told.at('2025-02-12', '14:05');
  const asked = `questions/${told.coupleId}`;
  const list = await partnersTherapist.call<CaseQuestionsView>('get', asked);
  const { version } = await lead.call<{ version: number }>('get', `disclosure/${told.coupleId}`);
  const body = { questionIds: list.questions.map(({ id }) => id) };
  await partnersTherapist.call('post', `disclosure-documents/${told.coupleId}/gaps`, { body, version });
  await told.note('gaps_found');
  await mark(told, ['R7'], 'not_met');
  await ground(told, ['2025-02-13']);
  await draft(told, '2025-02-14', '19:00', 4);
  await approveAll(told, '2025-02-15', '09:00');
  for (const { id, answerVersion } of (await lead.call<CaseQuestionsView>('get', asked)).questions) {
    const answer = { outcome: 'answered', reasonDiscussed: false };
    await lead.call('put', `${asked}/${id}/answer`, { body: answer, version: answerVersion });
  }
  await mark(told, ['R7']);
  told.at('2025-02-15', '10:00');
  await step(told, lead, 'release_for_review');
}
