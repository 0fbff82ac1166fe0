import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TaskCardView } from '@trellis/contracts';
import { Icon } from '@trellis/ui';
import { Languages } from '../i18n/languages';
import { Session } from '../session/session';

/** A row that leads to one of the person's own tasks: its name and the day it was for. */
@Component({
  selector: 'tr-task-link',
  imports: [Icon, RouterLink],
  template: `
    <a [routerLink]="[task().templateCode.startsWith('C') ? '/together' : '/tasks', task().id]">
      <tr-icon name="document" />
      <span
        >{{ title() }}<span class="small">{{ day() }}</span></span
      >
      <tr-icon name="chevron-right" />
    </a>
  `,
  styles: `
    a {
      display: grid;
      grid-template-columns: 24px 1fr 18px;
      gap: 14px;
      align-items: center;
      min-height: 60px;
      padding: 10px 0;
      color: var(--ink);
      line-height: 1.3;
      text-decoration: none;
    }
    .small {
      display: block;
    }
    tr-icon {
      color: var(--ink-2);
    }
  `,
})
export class TaskLink {
  readonly task = input.required<TaskCardView>();
  readonly #languages = inject(Languages);
  readonly #session = inject(Session);

  protected readonly title = computed(() => this.task().title[this.#languages.active()]);
  protected readonly day = computed(() => {
    const timeZone = this.#session.clinic()?.timeZone;
    const style = {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      ...(timeZone === undefined ? {} : { timeZone }),
    } as const;
    return new Intl.DateTimeFormat(this.#languages.active(), style).format(new Date(this.task().dueAt));
  });
}
