import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, CompartmentMark, Icon, type Compartment } from '@trellis/ui';
import { Said } from '../core/i18n/said';
import { isForTwo, type Card } from './deck';

/** One thing that is asked: its name, how long it takes, who reads it, and three ways to answer, all of them fine. */
@Component({
  selector: 'tr-task-card',
  imports: [Button, CompartmentMark, Icon, RouterLink, Said, TranslocoPipe],
  template: `
    <section class="card">
      @let card = this.card();
      @if (card.kind === 'task') {
        <h2>{{ card.task.title | said }}</h2>
        <ul class="facts">
          <li>
            <tr-icon name="document" /><span>{{ card.task.purpose | said }}</span>
          </li>
          <li>
            <tr-icon name="clock" /><span>{{
              'today.minutes' | transloco: { count: card.task.minutes }
            }}</span>
          </li>
          <li>
            <tr-compartment-mark [of]="joint() ? 'joint' : mark()" /><span>{{
              (joint() ? 'today.readByBoth' : 'today.readBy') | transloco: names()
            }}</span>
          </li>
          @if (hasOwnBox()) {
            <li>
              <tr-compartment-mark of="only-me" /><span>{{ 'today.ownBox' | transloco }}</span>
            </li>
          }
        </ul>
        <a trButton look="main" wide [routerLink]="[joint() ? '/together' : '/tasks', card.task.id]">
          {{ (card.task.state === 'draft' ? 'today.goOn' : 'today.start') | transloco }}
        </a>
        <div class="pair">
          <button trButton type="button" [busy]="busy()" (click)="setAside.emit(false)">
            {{ 'today.notThisWeek' | transloco }}
          </button>
          <button trButton type="button" [busy]="busy()" (click)="setAside.emit(true)">
            {{ 'today.tooHard' | transloco }}
          </button>
        </div>
        <p class="small">{{ 'today.bothFine' | transloco: names() }}</p>
      } @else {
        <h2>{{ 'today.rating.name' | transloco }}</h2>
        <ul class="facts">
          <li>
            <tr-icon name="document" /><span>{{ 'today.rating.what' | transloco }}</span>
          </li>
          <li>
            <tr-icon name="clock" /><span>{{ 'today.minutes' | transloco: { count: 5 } }}</span>
          </li>
          <li>
            <tr-compartment-mark [of]="mark()" /><span>{{ 'today.readBy' | transloco: names() }}</span>
          </li>
        </ul>
        <a trButton look="main" wide routerLink="/ratings">{{ 'today.start' | transloco }}</a>
        <p class="small">{{ 'today.rating.until' | transloco: { until: until() } }}</p>
      }
    </section>
  `,
  styleUrl: './task-card.css',
})
export class TaskCard {
  readonly card = input.required<Card>();
  readonly mark = input.required<Compartment>();
  readonly names = input.required<Readonly<Record<string, string>>>();
  /** An exercise of two people has a page of its own before the questions. */
  protected readonly joint = computed(() => isForTwo(this.card()));
  /** When the rating closes, in words. */
  readonly until = input('');
  readonly hasOwnBox = input(false);
  readonly busy = input(false);
  /** True when it is too hard, false for "not this week". */
  readonly setAside = output<boolean>();
}
