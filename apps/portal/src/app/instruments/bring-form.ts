import { Component, computed, inject, linkedSignal, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { findInstrument, instruments, needsLicence } from '@trellis/domain';
import { Announcer, Button, Card, Field } from '@trellis/ui';
import { TextField } from '../core/forms/text-field';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { ClinicInstruments } from './clinic-instruments';
import { readFormFile, refusalsOf } from './form-file';
import { askedLists, mappingOf } from './item-lists';

/** A form of the clinic's own copy, and its word that it may use it; or every reason why it is not taken. */
@Component({
  selector: 'tr-bring-form',
  imports: [Button, Card, Field, ProblemNote, TextField, TranslocoPipe],
  templateUrl: './bring-form.html',
  styleUrl: './instruments-page.css',
})
export class BringForm {
  readonly brought = output<string>();
  readonly #instruments = inject(ClinicInstruments);
  readonly #announcer = inject(Announcer);
  protected readonly words = inject(Words);
  protected readonly attempt = new Attempt();
  protected readonly known = [...instruments].sort((one, other) => one.code.localeCompare(other.code));

  protected readonly code = signal('');
  protected readonly instrument = computed(() => findInstrument(this.code()));
  protected readonly strict = computed(() => needsLicence(this.instrument()?.licence ?? 'free'));
  protected readonly asked = computed(() => {
    const instrument = this.instrument();
    return instrument === null ? { scales: [], reversed: false } : askedLists(instrument);
  });
  /** What was typed about the items, of this instrument. */
  protected readonly typed = linkedSignal<string, Readonly<Record<string, string>>>({
    source: this.code,
    computation: () => ({}),
  });
  protected readonly file = signal<string | null>(null);
  protected readonly wrong = signal<'' | 'too_large' | 'not_json' | 'no_file'>('');
  protected readonly noCode = signal(false);
  protected readonly attested = signal(false);
  protected readonly reference = signal('');
  protected readonly refusals = computed(() => refusalsOf(this.attempt.problem()));

  protected type(key: string, value: string): void {
    this.typed.update((typed) => ({ ...typed, [key]: value }));
  }

  protected async choose(files: FileList | null): Promise<void> {
    const file = files?.item(0);
    this.attempt.problem.set(null);
    this.file.set(null);
    this.wrong.set('');
    if (file == null) return;
    const read = await readFormFile(file);
    if (typeof read === 'string') this.wrong.set(read);
    else this.file.set(read.text);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const [code, questionnaire] = [this.code(), this.file()];
    this.noCode.set(code === '');
    if (questionnaire === null && this.wrong() === '') this.wrong.set('no_file');
    if (code === '' || questionnaire === null) return;
    const reference = this.reference().trim();
    const mapping = mappingOf(this.asked(), this.typed());
    const done = await this.attempt.run(() =>
      this.#instruments.bring({
        ...{ code, questionnaire, attested: this.attested() },
        ...(reference === '' ? {} : { licenceReference: reference }),
        ...(mapping === undefined ? {} : { mapping }),
      }),
    );
    if (!done) return;
    this.#announcer.say(this.words.say('instruments.bring.done', { code }));
    this.attested.set(false);
    this.reference.set('');
    this.brought.emit(code);
  }
}
