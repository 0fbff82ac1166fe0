import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AuditActView } from '@trellis/contracts';
import { Chip } from '@trellis/ui';
import { Words } from '../core/i18n/words';
import { actionWords, shortId } from './audit-words';

/** Who did what, when, and to which record: staff by name, everything else by the beginning of its id. */
@Component({
  selector: 'tr-audit-table',
  imports: [Chip, TranslocoPipe],
  template: `
    <div class="ledger" tabindex="0" role="region" [attr.aria-label]="'audit.heading' | transloco">
      <table>
        <thead>
          <tr>
            @for (name of heads; track name) {
              <th scope="col" [class.number]="name === 'place'">{{ 'audit.heads.' + name | transloco }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (line of lines(); track line.act.id) {
            <tr>
              <td>
                <time [attr.datetime]="line.act.at">{{ line.when }}</time>
              </td>
              <td>
                @if (line.act.actorName) {
                  {{ line.act.actorName }}
                } @else {
                  {{ 'audit.roles.' + line.act.actorRole | transloco }}
                  <code [title]="line.act.actorId">{{ line.actor }}</code>
                }
              </td>
              <td>{{ line.action }}</td>
              <td>
                {{ line.thing }}
                @if (line.about) {
                  <code [title]="line.about">{{ line.aboutShort }}</code>
                }
              </td>
              <td>
                @if (line.act.decision === 'refused') {
                  <tr-chip tone="note">{{ 'audit.refused' | transloco }}</tr-chip>
                } @else {
                  {{ 'audit.allowed' | transloco }}
                }
              </td>
              <td class="number">{{ line.act.seq ?? ('audit.waiting' | transloco) }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
})
export class AuditTable {
  readonly acts = input.required<readonly AuditActView[]>();
  readonly timeZone = input.required<string>();
  readonly #words = inject(Words);

  protected readonly heads = ['when', 'who', 'what', 'about', 'outcome', 'place'] as const;
  protected readonly lines = computed(() =>
    this.acts().map((act) => {
      const about = act.personId ?? act.resourceId;
      return {
        act,
        when: this.#words.instant(act.at, this.timeZone()),
        actor: shortId(act.actorId),
        action: actionWords(this.#words, act.action),
        thing: this.#thing(act),
        about,
        aboutShort: about === null ? '' : shortId(about),
      };
    }),
  );

  #thing({ personId, resource }: AuditActView): string {
    return this.#words.sayOr(`audit.resources.${personId === null ? resource : 'person'}`, resource);
  }
}
