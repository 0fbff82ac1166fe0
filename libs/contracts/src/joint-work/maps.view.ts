import type { LocalizedText } from '@trellis/domain';

/** An answer that is open: yes, or maybe with its condition. */
export class OpenAnswerView {
  readonly answer!: 'yes' | 'maybe';
  readonly condition!: string | null;
}

/** A topic that both left open. */
export class MutualRowView {
  readonly domain!: string;
  readonly label!: LocalizedText;
  readonly rp!: OpenAnswerView;
  readonly bp!: OpenAnswerView;
}

/**
 * Two maps for one of their people. A topic that is missing does not say why; `rows` is empty in the same way while a map
 * or an approval is missing.
 */
export class OwnMapView {
  /** What both are told while it is closed for now. */
  readonly rests!: LocalizedText | null;
  readonly rows!: MutualRowView[];
  /** Topics that the person took back themselves. */
  readonly taken!: string[];
}

/** A map of the viewer's own side. */
export class MapSideView {
  readonly side!: 'RP' | 'BP';
  readonly personName!: string;
  readonly handedIn!: boolean;
  readonly approved!: boolean;
}

export class CaseMapView {
  readonly sides!: MapSideView[];
  readonly rows!: MutualRowView[];
}
