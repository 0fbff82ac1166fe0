import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LogGroundingRequest, OwnReadinessPartView } from '@trellis/contracts';
import { Button, ChoiceList, type Option } from '@trellis/ui';
import { OwnDays } from './own-days';

type Skill = LogGroundingRequest['skill'];
const skills: readonly Skill[] = ['senses', 'breath', 'cold_water', 'walk', 'hold', 'voice'];

/** A log of calming exercises: which one, and whether things eased again. Nothing else is asked. */
@Component({
  selector: 'tr-grounding-log',
  imports: [Button, ChoiceList, TranslocoPipe],
  template: `
    <h2>{{ 'readiness.grounding.heading' | transloco }}</h2>
    <p class="small">{{ 'readiness.grounding.how' | transloco }}</p>
    <tr-choice-list
      twoColumns
      [legend]="'readiness.grounding.which' | transloco"
      [options]="options()"
      [value]="skill()"
      (valueChange)="skill.set($event)"
    />
    <tr-choice-list
      twoColumns
      [legend]="'readiness.grounding.eased' | transloco"
      [options]="easing()"
      [value]="eased()"
      (valueChange)="eased.set($event)"
    />
    <button
      trButton
      wide
      type="button"
      [busy]="busy()"
      [off]="skill() === null || eased() === null"
      (click)="log()"
    >
      {{ 'readiness.grounding.add' | transloco }}
    </button>
    @if (lines().length > 0) {
      <details>
        <summary>{{ 'readiness.grounding.past' | transloco: { count: lines().length } }}</summary>
        <ul>
          @for (line of lines(); track $index) {
            <li class="small">{{ line }}</li>
          }
        </ul>
      </details>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
    }
    summary {
      min-height: 44px;
      color: var(--leaf);
      cursor: pointer;
    }
  `,
})
export class GroundingLog {
  readonly grounding = input.required<NonNullable<OwnReadinessPartView['grounding']>>();
  readonly busy = input(false);
  readonly logged = output<LogGroundingRequest>();
  readonly #days = inject(OwnDays);
  protected readonly skill = signal<Skill | null>(null);
  protected readonly eased = signal<'yes' | 'not_yet' | null>(null);

  protected readonly options = computed((): readonly Option<Skill>[] =>
    skills.map((value) => ({ value, label: this.#days.say(`readiness.skills.${value}`) })),
  );
  protected readonly easing = computed((): readonly Option<'yes' | 'not_yet'>[] =>
    (['yes', 'not_yet'] as const).map((value) => ({
      value,
      label: this.#days.say(`readiness.grounding.easing.${value}`),
    })),
  );
  protected readonly lines = computed(() =>
    this.grounding().log.map(
      ({ on, skill }) => `${this.#days.day(on)}: ${this.#days.say(`readiness.skills.${skill}`)}`,
    ),
  );

  protected log(): void {
    const [skill, eased] = [this.skill(), this.eased()];
    if (skill === null || eased === null) return;
    this.logged.emit({ skill, recoveryNoted: eased === 'yes' });
    this.skill.set(null);
    this.eased.set(null);
  }
}
