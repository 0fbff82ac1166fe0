import { Component, computed, inject, input } from '@angular/core';
import { ReaderStrip, compartmentOfSide, type Compartment, type ReaderLine } from '@trellis/ui';
import { TranslocoService } from '@jsverse/transloco';
import { Languages } from '../i18n/languages';
import { Session } from '../session/session';

/**
 * Who reads what stands on a page: the page itself is the person's (`page`), words shared with the own
 * therapist (`words`), ratings (`rating`), a half of an exercise of two people (`both`), a box for the author alone (`only-me`), or nothing
 * private (`none`).
 */
export type PageReaders = 'page' | 'words' | 'rating' | 'both' | 'only-me' | 'none';

/** Frame of every page: the reader strip first, then the page in one column, in the person's own colour. */
@Component({
  selector: 'tr-own-page',
  imports: [ReaderStrip],
  host: { '[class]': 'side()' },
  template: `
    <tr-reader-strip
      [of]="mark()"
      [label]="words().label"
      [sentence]="words().sentence"
      [strong]="words().strong"
      [readers]="lines()"
      [footnote]="words().footnote"
    />
    <main class="one-page"><ng-content /></main>
    <ng-content select="[pageFoot]" />
  `,
  styles: `
    :host {
      display: flex;
      flex: 1;
      flex-direction: column;
    }
    :host(.rp) {
      --mine: var(--rp);
      --mine-soft: var(--rp-soft);
    }
    :host(.bp) {
      --mine: var(--bp);
      --mine-soft: var(--bp-soft);
    }
    tr-reader-strip {
      position: sticky;
      top: var(--bar);
      z-index: 15;
    }
  `,
})
export class OwnPage {
  readonly readers = input<PageReaders>('page');
  /** The sentence of the strip where `readers` is `none`. */
  readonly sentence = input('');
  /** Whom `words` were shared with besides, by name. */
  readonly sharedWith = input<readonly string[]>([]);
  readonly #session = inject(Session);
  readonly #transloco = inject(TranslocoService);
  readonly #languages = inject(Languages);

  protected readonly side = computed((): Compartment => {
    const side = this.readers() === 'none' ? undefined : this.#session.person()?.side;
    return side === undefined ? 'none' : compartmentOfSide[side];
  });
  protected readonly mark = computed((): Compartment => {
    const readers = this.readers();
    if (readers === 'none') return 'none';
    if (readers === 'both') return 'joint';
    return readers === 'only-me' ? 'only-me' : this.side();
  });
  protected readonly words = computed(() => {
    this.#languages.active();
    const readers = this.readers();
    const label = this.#transloco.translate<string>('reader.label');
    if (readers === 'none') return { label, sentence: this.sentence(), strong: '', footnote: '' };
    const shared = this.sharedWith().length > 0;
    return {
      label,
      sentence: this.#say(shared ? 'reader.shared.sentence' : `reader.${readers}.sentence`),
      strong: this.#withPartner() || readers === 'both' ? '' : this.#say(`reader.${readers}.strong`),
      footnote: readers === 'only-me' ? this.#say('reader.only-me.footnote') : '',
    };
  });
  protected readonly lines = computed((): readonly ReaderLine[] => {
    this.#languages.active();
    const readers = this.readers();
    if (readers === 'none') return [];
    if (readers === 'both')
      return [
        { label: this.#say('reader.can'), who: this.#say('reader.both.who') },
        { label: this.#say('reader.cannot'), who: this.#say('reader.frontDesk') },
      ];
    const can = readers === 'only-me' ? 'reader.onlyYou' : 'reader.youAndTherapist';
    return [
      { label: this.#say('reader.can'), who: this.#say(can) },
      ...(this.sharedWith().length > 0
        ? [{ label: this.#say('reader.can'), who: this.#say('reader.shared.who') }]
        : []),
      ...(this.#withPartner()
        ? []
        : [{ label: this.#say('reader.cannot'), who: this.#say('reader.partner') }]),
      ...(readers === 'only-me'
        ? [{ label: this.#say('reader.cannot'), who: this.#say('reader.therapist') }]
        : []),
      ...(readers === 'rating'
        ? [{ label: this.#say('reader.summary'), who: this.#say('reader.summaryWho') }]
        : []),
      { label: this.#say('reader.cannot'), who: this.#say('reader.frontDesk') },
    ];
  });

  #withPartner(): boolean {
    return this.sharedWith().includes(this.#session.partnerName());
  }

  #say(key: string): string {
    const list = new Intl.ListFormat(this.#languages.active(), { type: 'conjunction' });
    return this.#transloco.translate(key, {
      names: list.format(this.sharedWith()),
      partner: this.#session.partnerName() || this.#transloco.translate<string>('reader.yourPartner'),
      therapist: this.#session.therapistName() || this.#transloco.translate<string>('reader.yourTherapist'),
    });
  }
}
