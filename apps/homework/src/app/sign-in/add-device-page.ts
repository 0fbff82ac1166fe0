import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, Field, Note, Passkeys } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { OwnPage } from '../core/page/own-page';
import { TakeFocus } from '../core/page/take-focus';
import { Session } from '../core/session/session';
import { Doors } from './doors';

/** A second device of somebody who is signed in elsewhere: a code from there, then a passkey here. It names nobody. */
@Component({
  selector: 'tr-add-device-page',
  imports: [Button, Field, Note, OwnPage, ProblemNote, RouterLink, TakeFocus, TranslocoPipe],
  template: `
    <tr-own-page readers="none" [sentence]="'signIn.strip' | transloco">
      @if (opened()) {
        <h1 trTakeFocus="make">{{ 'signIn.add.makeHeading' | transloco }}</h1>
        <p class="lede">{{ 'signIn.add.makeSentence' | transloco }}</p>
        <tr-note>{{ 'signIn.add.shared' | transloco }}</tr-note>
        @if (stopped()) {
          <p role="status">{{ 'signIn.add.stopped' | transloco }}</p>
        }
        <tr-problem-note [problem]="attempt.problem()" />
        <button trButton look="main" wide type="button" [busy]="attempt.busy()" (click)="make()">
          {{ 'signIn.add.make' | transloco }}
        </button>
      } @else if (passkeys.work) {
        <h1>{{ 'signIn.add.heading' | transloco }}</h1>
        <p class="lede">{{ 'signIn.add.sentence' | transloco }}</p>
        <form class="stack" (submit)="open($event)">
          <tr-field
            [label]="'signIn.add.label' | transloco"
            [hint]="'signIn.add.hint' | transloco"
            [error]="asked() && tooShort() ? ('signIn.add.tooShort' | transloco) : ''"
            #f
          >
            <input
              #code
              name="code"
              [id]="f.id"
              [attr.aria-describedby]="f.describedBy"
              autocomplete="off"
              autocapitalize="characters"
              spellcheck="false"
              maxlength="24"
              (input)="typed.set(code.value)"
            />
          </tr-field>
          <tr-problem-note [problem]="attempt.problem()" />
          <button trButton look="main" wide type="submit" [busy]="attempt.busy()">
            {{ 'signIn.add.go' | transloco }}
          </button>
        </form>
      } @else {
        <h1>{{ 'signIn.add.heading' | transloco }}</h1>
        <p>{{ 'signIn.add.none' | transloco }}</p>
      }
      <a class="text-link" routerLink="/sign-in">{{ 'signIn.add.back' | transloco }}</a>
    </tr-own-page>
  `,
  styles: `
    :host {
      display: flex;
      flex: 1;
      flex-direction: column;
    }
  `,
})
export class AddDevicePage {
  readonly #doors = inject(Doors);
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  protected readonly passkeys = inject(Passkeys);
  protected readonly attempt = new Attempt();
  protected readonly typed = signal('');
  protected readonly asked = signal(false);
  protected readonly stopped = signal(false);
  /** Also after a reload: the clinic keeps the place for ten minutes. */
  protected readonly opened = signal(this.#session.level() === 'adding');
  protected readonly tooShort = computed(() => this.typed().replace(/[^0-9A-Za-z]/g, '').length !== 12);

  protected async open(event: Event): Promise<void> {
    event.preventDefault();
    this.asked.set(true);
    if (this.tooShort()) return;
    await this.attempt.run(async () => {
      await this.#doors.openWithCode(this.typed().trim());
      this.opened.set(true);
    });
  }

  protected async make(): Promise<void> {
    this.stopped.set(false);
    await this.attempt.run(async () => {
      if (await this.#doors.addHere()) await this.#router.navigateByUrl('/today', { replaceUrl: true });
      else this.stopped.set(true);
    });
  }
}
