import { Component, computed, inject, input, model } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { EnrolmentView } from '@trellis/contracts';
import { Languages } from '../core/i18n/languages';

/**
 * What I am asked to agree to, in full and in plain words, each with its version. Nothing is ticked beforehand.
 * A text this version of the app does not hold cannot be agreed to here.
 */
@Component({
  selector: 'tr-consents',
  imports: [TranslocoPipe],
  template: `
    @for (text of texts(); track text.version) {
      <section>
        <h2>{{ text.title }}</h2>
        @for (sentence of text.body; track $index) {
          <p>{{ sentence }}</p>
        }
        @if (text.known) {
          <label>
            <input
              #box
              type="checkbox"
              [checked]="given().includes(text.version)"
              (change)="choose(text.version, box.checked)"
            />
            <span
              >{{ text.agree }}
              @if (!text.required) {
                <span class="small">{{ 'invite.agree.optional' | transloco }}</span>
              }
            </span>
          </label>
        }
        <p class="small">{{ 'invite.agree.version' | transloco: { version: text.version } }}</p>
      </section>
    }
  `,
  styleUrl: './consents.css',
})
export class Consents {
  readonly view = input.required<EnrolmentView>();
  readonly names = input.required<Readonly<Record<string, string>>>();
  /** Versions of the texts agreed to. */
  readonly given = model<readonly string[]>([]);
  readonly #transloco = inject(TranslocoService);
  readonly #languages = inject(Languages);

  protected readonly texts = computed(() => {
    this.#languages.active();
    const { consents, secretsPolicy } = this.view();
    return consents.map(({ kind, version, required }) => {
      const place = `invite.consents.${version.replace('/', '_')}`;
      const words = kind === 'secrets_policy' ? `${place}.${secretsPolicy}` : place;
      const title = this.#say(`${place}.title`);
      const body = ['1', '2', '3']
        .map((part) => this.#say(`${words}.${part}`))
        .filter((sentence) => sentence !== '');
      return {
        version,
        required,
        title,
        body,
        known: title !== '' && body.length > 0,
        agree: this.#say(`${place}.agree`),
      };
    });
  });

  protected choose(version: string, on: boolean): void {
    this.given.update((before) => [...before.filter((one) => one !== version), ...(on ? [version] : [])]);
  }

  /** The words of a key, or nothing where this version has none. */
  #say(key: string): string {
    const said = this.#transloco.translate<string>(key, { ...this.names() });
    return said === key ? '' : said;
  }
}
