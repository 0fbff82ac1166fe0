import {
  Component,
  DOCUMENT,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { clinicTemplateLimits, type Field } from '@trellis/domain';
import { Announcer, Button, Icon } from '@trellis/ui';
import { Words } from '../core/i18n/words';
import { Findings } from './findings';
import { NumberField } from './number-field';
import { QuestionParts } from './question-parts';
import { moved, newQuestion } from './question-shapes';

/** Questions in their order, one open at a time; or the columns of a list, which are questions again. */
@Component({
  selector: 'tr-question-list',
  imports: [Button, Icon, NumberField, QuestionParts, TranslocoPipe],
  templateUrl: './question-list.html',
  styleUrl: './question-list.css',
})
export class QuestionList {
  readonly fields = input.required<readonly Field[]>();
  readonly path = input.required<string>();
  /** The columns of a list rather than the questions of the exercise. */
  readonly columns = input(false);
  /** What becomes of the questions, whatever was written since this list was drawn. */
  readonly changed = output<(fields: readonly Field[]) => readonly Field[]>();
  readonly #document = inject(DOCUMENT);
  readonly #injector = inject(Injector);
  readonly #announcer = inject(Announcer);
  readonly #words = inject(Words);
  protected readonly findings = inject(Findings);

  readonly #open = signal<string | null>(null);
  protected readonly most = computed(() => clinicTemplateLimits[this.columns() ? 'columns' : 'fields']);
  protected readonly lines = computed(() =>
    this.fields().map((field, at) => ({
      field,
      path: `${this.path()}.${at.toString()}`,
      earlier: this.fields().slice(0, at),
      name: this.#name(field, at),
      about: this.#about(field),
    })),
  );

  protected isOpen(key: string): boolean {
    return this.#open() === key;
  }

  /** Opens the question at `at`, as when a finding in it is looked for. */
  show(at: number): void {
    this.#open.set(this.fields()[at]?.key ?? null);
  }

  protected toggle(key: string): void {
    this.#open.update((open) => (open === key ? null : key));
  }

  protected put(field: Field): void {
    this.#change(field.key, () => field);
  }

  protected setLeast({ key }: Field, least: number | null): void {
    this.#change(key, ({ leastRows: _, ...rest }) => (least === null ? rest : { ...rest, leastRows: least }));
  }

  protected readonly rowBounds = [1, 20] as const;

  protected setRows({ key }: Field, change: (rows: readonly Field[]) => readonly Field[]): void {
    this.#change(key, (field) => ({ ...field, rows: change(field.rows ?? []) }));
  }

  protected add(): void {
    this.changed.emit((fields) => {
      const field = newQuestion(this.columns() ? 'c' : 'q', fields);
      this.#open.set(field.key);
      return [...fields, field];
    });
    this.#focus(`${this.path()}.${this.fields().length.toString()}.label.en`);
  }

  protected remove({ key }: Field, at: number): void {
    this.changed.emit((fields) => fields.filter((field) => field.key !== key));
    this.#focus(`${this.path()}.${Math.max(0, at - 1).toString()}`);
  }

  /** The button stays under the finger: the focus moves with its question. */
  protected move({ key }: Field, at: number, by: -1 | 1): void {
    this.changed.emit((fields) =>
      moved(
        fields,
        fields.findIndex((field) => field.key === key),
        by,
      ),
    );
    const number = at + by + 1;
    this.#focus(`${this.path()}.${(at + by).toString()}.${by === 1 ? 'down' : 'up'}`);
    this.#announcer.say(this.#words.say('library.build.movedTo', { number, count: this.fields().length }));
  }

  #change(key: string, change: (field: Field) => Field): void {
    this.changed.emit((fields) => fields.map((field) => (field.key === key ? change(field) : field)));
  }

  #focus(place: string): void {
    const look = (): void => this.#document.querySelector<HTMLElement>(`[data-place="${place}"]`)?.focus();
    afterNextRender(look, { injector: this.#injector });
  }

  #name(field: Field, at: number): string {
    const label = field.label[this.#words.language()] || field.label.en;
    return `${(at + 1).toString()}. ${label || this.#words.say('library.build.unnamed')}`;
  }

  #about({ kind, required, privacy, askedWhen }: Field): string {
    const said = [
      this.#words.say(`library.build.kinds.${kind}`),
      this.#words.say(`library.${required ? 'required' : 'optional'}`),
      ...(privacy === 'P0' ? [this.#words.say('library.onlyAuthor')] : []),
      ...(askedWhen === undefined ? [] : [this.#words.say('library.askedLater')]),
    ];
    return said.join(' · ');
  }
}
