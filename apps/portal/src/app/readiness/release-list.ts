import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { InformationReleaseView } from '@trellis/contracts';
import { Card, Chip, CompartmentMark, compartmentOfSide, type ChipTone } from '@trellis/ui';
import { CurrentCouple } from '../core/couple/current-couple';
import { Words } from '../core/i18n/words';

const tones = { signed: 'leaf', asked: 'note', revoked: 'plain', expired: 'plain' } as const satisfies Record<
  string,
  ChipTone
>;

/** Releases of information of both people: what, between whom, until when, and whether they are in force. */
@Component({
  selector: 'tr-release-list',
  imports: [Card, Chip, CompartmentMark, TranslocoPipe],
  template: `
    <tr-card [heading]="'readiness.releases.heading' | transloco">
      <tr-chip cardEnd [tone]="covered() ? 'leaf' : 'note'" [icon]="covered() ? 'check' : 'clock'">{{
        (covered() ? 'readiness.releases.covered' : 'readiness.releases.notCovered') | transloco
      }}</tr-chip>
      @for (row of rows(); track row.id) {
        <div class="row">
          <tr-compartment-mark [of]="row.mark" />
          <span>
            <b>{{ row.name }}</b>
            <span class="small">{{ row.scopes }}</span>
            <span class="small">{{ row.between }}</span>
          </span>
          <tr-chip [tone]="row.tone">{{ row.state }}</tr-chip>
        </div>
      } @empty {
        <p class="small">{{ 'readiness.releases.empty' | transloco }}</p>
      }
    </tr-card>
  `,
  styles: `
    .row {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      gap: 4px 10px;
      align-items: start;
      padding: 8px 0;
      border-bottom: 1px solid var(--line);
    }
    .row:last-child {
      border-bottom: 0;
    }
    .small {
      display: block;
    }
  `,
})
export class ReleaseList {
  readonly releases = input.required<readonly InformationReleaseView[]>();
  readonly covered = input.required<boolean>();
  readonly timeZone = input.required<string>();
  readonly #couple = inject(CurrentCouple);
  readonly #words = inject(Words);

  protected readonly rows = computed(() =>
    this.releases().map((release) => {
      const stands = standOf(release);
      const when = release.revokedAt ?? release.signedAt ?? release.askedAt;
      return {
        ...{ id: release.id, mark: compartmentOfSide[release.side], tone: tones[stands] },
        name: this.#couple.person(release.side)?.name ?? '',
        scopes: this.#words.list(release.scopes.map((scope) => this.#words.say(`readiness.scopes.${scope}`))),
        between: this.#words.say('readiness.releases.between', {
          names: this.#words.list(release.therapists),
          until: this.#words.fullDay(release.validUntil),
        }),
        state: this.#words.say(`readiness.releases.${stands}`, {
          when: this.#words.date(when, this.timeZone()),
        }),
      };
    }),
  );
}

function standOf({ signedAt, revokedAt, expired }: InformationReleaseView): keyof typeof tones {
  if (revokedAt !== null) return 'revoked';
  if (expired) return 'expired';
  return signedAt === null ? 'asked' : 'signed';
}
