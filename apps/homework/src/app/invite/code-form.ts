import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { paths } from '@trellis/vocabulary';
import { Button, CodeInput, Field, secretIn } from '@trellis/ui';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { ProblemNote } from '../core/http/problem-note';
import { type Problem, toProblem } from '../core/http/problem';
import { LanguageLinks } from '../core/i18n/language-links';
import { Languages } from '../core/i18n/languages';
import { InvitationLink } from '../core/invitation/invitation-link';
import { OwnPage } from '../core/page/own-page';
import { Session } from '../core/session/session';

/** The neutral first page: six digits, and the link itself where a mail program has cut it. */
@Component({
  selector: 'tr-code-form',
  imports: [Button, CodeInput, Field, LanguageLinks, OwnPage, ProblemNote, RouterLink, TranslocoPipe],
  template: `
    <tr-own-page readers="none" [sentence]="'invite.code.strip' | transloco">
      <h1>{{ 'invite.code.heading' | transloco }}</h1>
      <p class="lede">{{ 'invite.code.sentence' | transloco }}</p>
      <form class="stack" (submit)="open($event)">
        @if (!linkToken()) {
          <tr-field
            [label]="'invite.code.link' | transloco"
            [hint]="'invite.code.linkHint' | transloco"
            [error]="linkWrong() ? ('invite.code.linkWrong' | transloco) : ''"
            #f
          >
            <input
              #link
              [id]="f.id"
              [attr.aria-describedby]="f.describedBy"
              autocomplete="off"
              autocapitalize="none"
              spellcheck="false"
              (input)="typed.set(link.value)"
            />
          </tr-field>
        }
        <tr-code-input
          [label]="'invite.code.label' | transloco"
          [(value)]="code"
          describedBy="code-help"
          [wrong]="problem() !== null"
        />
        <p class="small" id="code-help">{{ 'invite.code.calm' | transloco }}</p>
        <tr-problem-note [problem]="problem()" />
        <button trButton look="main" wide type="submit" [busy]="busy()">
          {{ 'invite.code.go' | transloco }}
        </button>
      </form>
      <hr class="rule" />
      <div class="stack-s">
        <h2>{{ 'invite.code.none' | transloco }}</h2>
        <p class="lede">{{ 'invite.code.noneHow' | transloco }}</p>
        <a class="text-link" routerLink="/sign-in">{{ 'invite.code.joined' | transloco }}</a>
      </div>
      <tr-language-links class="push" />
    </tr-own-page>
  `,
  styles: `
    :host {
      display: flex;
      flex: 1;
      flex-direction: column;
    }
    .text-link {
      justify-self: start;
      padding: 0;
    }
  `,
})
export class CodeForm {
  /** Link and code are accepted: the session of the enrolment is open. */
  readonly opened = output();
  readonly #http = inject(HttpClient);
  readonly #link = inject(InvitationLink);
  readonly #languages = inject(Languages);
  readonly #session = inject(Session);
  protected readonly linkToken = this.#link.token;
  protected readonly typed = signal('');
  protected readonly code = signal('');
  protected readonly busy = signal(false);
  protected readonly linkWrong = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  readonly #token = computed(() => this.linkToken() ?? secretIn(this.typed()));

  protected async open(event: Event): Promise<void> {
    event.preventDefault();
    const [token, code] = [this.#token(), this.code()];
    this.linkWrong.set(token === null);
    if (this.busy() || token === null || code.length < 6) return;
    this.busy.set(true);
    this.problem.set(null);
    const language = this.#languages.active();
    try {
      await firstValueFrom(this.#http.post(apiUrl(paths.home.invitations, 'exchange'), { token, code }));
      this.#link.forget();
      await this.#session.load();
      await this.#languages.use(language);
      this.opened.emit();
    } catch (failure) {
      this.problem.set(toProblem(failure));
    } finally {
      this.busy.set(false);
    }
  }
}
