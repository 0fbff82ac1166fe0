import type { Field, HomeworkTemplate, LocalizedText } from '@trellis/domain';

/** How far the author's own sharing of one handed-in task has come, and with whom it may be shared. */
export class OwnReleaseView {
  readonly taskId!: string;
  /** False where nothing of this exercise may travel. */
  readonly shareable!: boolean;
  readonly state!: 'none' | 'waiting' | 'shared' | 'taken_back';
  /** 0 before the first asking; goes into If-Match. */
  readonly version!: number;
  /** True while nothing travels between the two people. */
  readonly paused!: boolean;
  /** The partner's name where it may go to them. */
  readonly partnerName!: string | null;
  /** Therapists of the couple who do not read it anyway. */
  readonly therapists!: { readonly id: string; readonly name: string }[];
  readonly sharedWith!: string[];
  /** From when on the second yes can be given; null when none is asked for, or it was given. */
  readonly confirmFrom!: string | null;
  /** After taking back: what may have been read, honestly. */
  readonly notice!: { readonly en: string; readonly es: string } | null;
}

/** Something that the partner shared. */
export class SharedItemView {
  readonly id!: string;
  readonly fromName!: string;
  readonly templateCode!: string;
  readonly templateVersion!: number;
  readonly title!: LocalizedText;
  /** Local day in the couple's zone. */
  readonly sharedOn!: string;
}

export class SharedPageView {
  readonly items!: SharedItemView[];
  readonly nextCursor!: string | null;
}

export class SharedAnswerView extends SharedItemView {
  /** The questions whose answers were shared, and no other. */
  readonly fields!: Field[];
  readonly privacy!: HomeworkTemplate['privacy'];
  readonly answers!: Readonly<Record<string, unknown>>;
}

/** A release as the therapists of the author's side see it. */
export class CaseReleaseView {
  readonly id!: string;
  readonly taskId!: string;
  readonly personName!: string;
  readonly compartment!: 'RP' | 'BP' | 'JOINT';
  readonly templateCode!: string;
  readonly templateVersion!: number;
  readonly title!: LocalizedText;
  readonly state!: 'ready' | 'released' | 'revoked';
  readonly recipients!: string[];
  readonly toPartner!: boolean;
  readonly askedAt!: string;
  readonly releasedAt!: string | null;
  readonly revokedAt!: string | null;
  /** The author said that they feel pressured, or the couple was separated since: talk first. */
  readonly held!: boolean;
  readonly needsApproval!: boolean;
  /** The author's second yes is still to come. */
  readonly needsAuthor!: boolean;
  readonly safetyTags!: ('partner_violence' | 'harm_to_children' | 'self_harm')[];
  readonly version!: number;
}

export class CaseReleasesView {
  readonly releases!: CaseReleaseView[];
  readonly nextCursor!: string | null;
  /** True while nothing travels between the two people. */
  readonly paused!: boolean;
}
