import { Injectable } from '@nestjs/common';
import type { AddCoupleRequest, CoupleView } from '@trellis/contracts';
import { addDays, asClinicId, type LocalDate } from '@trellis/domain';
import { northPier, type DemoCouple, type DemoStaff } from '@trellis/fixtures';
import { CouplesService } from '../caseload/couples.service.js';
import { InvitationsService } from '../invitations/invitations.service.js';
import type { Actor } from '../platform/context/request-context.js';
import type { DemoDoor } from './demo-door.js';
import { demoPassphrase, type DemoPersonSignIn } from './demo-sign-ins.js';
import { Story } from './story.js';

/** Actors of the demo staff by key. */
export type Cast = Readonly<Record<DemoStaff['key'], Actor>>;

/** A couple of the demo as it came into being. */
export interface ToldCouple {
  readonly view: CoupleView;
  readonly anchorOn: LocalDate;
  readonly lead: Actor;
  readonly signIns: readonly DemoPersonSignIn[];
}

const allConsents = ['privacy/1', 'secrets_policy/1', 'measurement/1'];

/** Adds the couples of the demo and lets their people in by invitation. */
@Injectable()
export class DemoPeople {
  constructor(
    private readonly story: Story,
    private readonly couples: CouplesService,
    private readonly invitations: InvitationsService,
  ) {}

  /** `monday` is the Monday of the week the demo is told in; the couple's first week lies before it. */
  async tell(
    couple: DemoCouple,
    cast: Cast,
    monday: LocalDate,
    weeksAgo: number,
    door: DemoDoor,
  ): Promise<ToldCouple> {
    const anchorOn = addDays(monday, -7 * weeksAgo);
    const lead = cast[couple.team.RP];
    const begun = new Date(`${anchorOn}T15:00:00Z`);
    const stageSince = couple.stage === 1 ? anchorOn : addDays(monday, -7 * Math.min(5, weeksAgo));
    const view = await this.story.at(begun, lead, () =>
      this.couples.add(requestFor(couple, cast), { anchorOn, stage: couple.stage, stageSince }),
    );
    const signIns: DemoPersonSignIn[] = [];
    for (const person of view.people.filter(({ side }) =>
      couple.people.some(({ track }) => track === side),
    )) {
      signIns.push({ couple: couple.name, ...(await this.letIn(person, lead, door)) });
    }
    return { view, anchorOn, lead, signIns };
  }

  private async letIn(
    person: CoupleView['people'][number],
    lead: Actor,
    door: DemoDoor,
  ): Promise<Omit<DemoPersonSignIn, 'couple'>> {
    const invitation = await this.story.at(this.story.now(), lead, () => this.invitations.create(person.id));
    const passphrase = demoPassphrase();
    const signInName = await door.enrol(invitation.link, invitation.code, allConsents, passphrase);
    return { name: person.name, side: person.side, signInName, passphrase };
  }
}

/** The person of one side as an actor. */
export function personActor(told: ToldCouple, side: 'RP' | 'BP'): Actor | null {
  const person = told.view.people.find((one) => one.side === side);
  return person === undefined
    ? null
    : { clinicId: asClinicId(told.lead.clinicId), id: person.id, role: 'client' };
}

/** The therapist of a side. */
export function therapistOf(cast: Cast, told: ToldCouple, side: 'RP' | 'BP'): Actor {
  const entry = told.view.careTeam.find((one) => one.side === side);
  const found = Object.values(cast).find((actor) => actor.id === entry?.staffId);
  return found ?? told.lead;
}

function requestFor(couple: DemoCouple, cast: Cast): AddCoupleRequest {
  const [recovering, partner] = (['RP', 'BP'] as const).map((track) =>
    couple.people.find((person) => person.track === track),
  );
  return {
    name: couple.name,
    recoveringPerson: {
      name: recovering?.firstName ?? '',
      pronouns: recovering?.pronouns ?? '',
      language: 'en',
    },
    partner: {
      name: partner?.firstName ?? 'Irene',
      pronouns: partner?.pronouns ?? 'she/her',
      language: 'en',
    },
    timeZone: northPier.zone,
    secretsPolicy: couple.policy,
    careTeam: (['RP', 'BP', 'JOINT'] as const).map((side) => ({ staffId: cast[couple.team[side]].id, side })),
  };
}
