import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Announcer, Button, Field } from '@trellis/ui';
import { Words } from '../core/i18n/words';
import { DisclosureProcess } from './disclosure-process';

/** Asks a colleague to sign with oneself. They do it in a sign-in of their own; nobody signs for somebody else. */
@Component({
  selector: 'tr-co-sign-form',
  imports: [Button, Field, TranslocoPipe],
  template: `
    @for (one of asked(); track one.id) {
      <p>
        {{
          (one.signedAt === null ? 'disclosure.coSign.asked' : 'disclosure.coSign.signed')
            | transloco: { name: one.coSignerName }
        }}
      </p>
    }
    <form novalidate (submit)="ask($event)">
      <tr-field
        #field
        [label]="'disclosure.coSign.who' | transloco"
        [hint]="'disclosure.coSign.what' | transloco"
      >
        <select
          #select
          [id]="field.id"
          [attr.aria-describedby]="field.describedBy"
          [value]="chosen()"
          (change)="chosen.set(select.value)"
        >
          <option value=""></option>
          @for (one of colleagues(); track one.id) {
            <option [value]="one.id">{{ one.name }}</option>
          }
        </select>
      </tr-field>
      <button trButton type="submit" [busy]="process.busy()" [off]="chosen() === ''">
        {{ 'disclosure.coSign.ask' | transloco }}
      </button>
    </form>
  `,
  styles: `
    form {
      display: flex;
      flex-wrap: wrap;
      gap: 12px;
      align-items: end;
    }
  `,
})
export class CoSignForm {
  readonly event = input.required<'waive' | 'resume'>();
  readonly #words = inject(Words);
  readonly #announcer = inject(Announcer);
  protected readonly process = inject(DisclosureProcess);
  /** Therapists and supervisors; whoever is asked need not be on the couple's team. */
  protected readonly colleagues = computed(() => this.process.view()?.coSigners ?? []);
  protected readonly chosen = signal('');
  protected readonly asked = computed(() =>
    (this.process.view()?.coSignatures ?? []).filter((one) => one.mine && one.event === this.event()),
  );

  protected async ask(event: Event): Promise<void> {
    event.preventDefault();
    if (this.chosen() === '') return;
    const body = { event: this.event(), coSignerId: this.chosen() };
    if (await this.process.act('co-signatures', body))
      this.#announcer.say(this.#words.say('disclosure.coSign.done'));
  }
}
