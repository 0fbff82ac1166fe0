import { HttpClient } from '@angular/common/http';
import { Component, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PersonSessionView } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { Button, Field } from '@trellis/ui';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { ProblemNote } from '../core/http/problem-note';
import { type Problem, toProblem } from '../core/http/problem';
import { LanguageLinks } from '../core/i18n/language-links';
import { OwnPage } from '../core/page/own-page';
import { Session } from '../core/session/session';
import { safeReturnUrl } from '../core/session/sign-in-again';

/** The three-word name and the passphrase. Says the same calm sentence whichever of the two is wrong. */
@Component({
  selector: 'tr-sign-in-page',
  imports: [Button, Field, LanguageLinks, OwnPage, ProblemNote, TranslocoPipe],
  template: `
    <tr-own-page readers="none" [sentence]="'signIn.strip' | transloco">
      <h1>{{ 'signIn.heading' | transloco }}</h1>
      @if (cameFromWithin) {
        <p class="lede">{{ 'signIn.textKept' | transloco }}</p>
      }
      <form class="stack" (submit)="signIn($event, name.value, passphrase.value)">
        <tr-field [label]="'signIn.name' | transloco" [hint]="'signIn.nameHint' | transloco" #n>
          <input
            #name
            [id]="n.id"
            [attr.aria-describedby]="n.describedBy"
            name="name"
            autocomplete="username"
            autocapitalize="none"
            spellcheck="false"
            required
          />
        </tr-field>
        <tr-field [label]="'signIn.passphrase' | transloco" #p>
          <input
            #passphrase
            [id]="p.id"
            [type]="shown() ? 'text' : 'password'"
            name="passphrase"
            autocomplete="current-password"
            required
          />
        </tr-field>
        <button class="text-link" type="button" [attr.aria-pressed]="shown()" (click)="shown.set(!shown())">
          {{ (shown() ? 'signIn.hide' : 'signIn.show') | transloco }}
        </button>
        <tr-problem-note [problem]="problem()" />
        <button trButton look="main" wide type="submit" [busy]="busy()">{{ 'signIn.go' | transloco }}</button>
      </form>
      <p class="small">{{ 'signIn.lost' | transloco }}</p>
      <tr-language-links class="push" />
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
export class SignInPage {
  readonly returnUrl = input<string>();
  readonly #http = inject(HttpClient);
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  /** True after a lock or an end of the session; false for somebody who has just arrived. */
  protected readonly cameFromWithin = (this.#router.currentNavigation()?.previousNavigation ?? null) !== null;
  protected readonly shown = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected async signIn(event: Event, name: string, passphrase: string): Promise<void> {
    event.preventDefault();
    const signInName = name
      .trim()
      .toLowerCase()
      .replace(/[\s.]+/g, '-');
    if (this.busy() || signInName === '' || passphrase === '') return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const url = apiUrl(paths.home.session);
      await this.#session.take(
        await firstValueFrom(this.#http.post<PersonSessionView>(url, { signInName, passphrase })),
      );
      await this.#router.navigateByUrl(safeReturnUrl(this.returnUrl() ?? null), { replaceUrl: true });
    } catch (failure) {
      this.problem.set(toProblem(failure));
    } finally {
      this.busy.set(false);
    }
  }
}
