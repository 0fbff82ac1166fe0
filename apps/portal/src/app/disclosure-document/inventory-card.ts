import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, Card } from '@trellis/ui';
import { CaseDocument } from './case-document';

const texts = ['medium', 'frequency', 'timeCost', 'moneyCost', 'secrecy'] as const;

/** The author's inventory: plain facts row by row. It opens when asked for, and the opening is on record. */
@Component({
  selector: 'tr-inventory-card',
  imports: [Button, Card, TranslocoPipe],
  template: `
    <tr-card [heading]="'disclosureDocument.inventory.heading' | transloco: { count: entries() }">
      @if (document.inventory(); as inventory) {
        <ol>
          @for (row of rows(); track $index) {
            <li>
              <b>{{ row.entry.behaviour }}</b> · {{ row.entry.period }}
              <dl>
                @for (fact of row.facts; track fact.key) {
                  <div>
                    <dt class="small">{{ 'disclosureDocument.inventory.fields.' + fact.key | transloco }}</dt>
                    <dd>{{ fact.text }}</dd>
                  </div>
                }
                <div>
                  <dt class="small">{{ 'disclosureDocument.inventory.fields.known' | transloco }}</dt>
                  <dd>{{ 'disclosureDocument.inventory.known.' + row.entry.knownByPartner | transloco }}</dd>
                </div>
                <div>
                  <dt class="small">{{ 'disclosureDocument.inventory.fields.source' | transloco }}</dt>
                  <dd>{{ 'disclosureDocument.inventory.source.' + row.entry.source | transloco }}</dd>
                </div>
              </dl>
              @if (row.entry.realPersons) {
                <p class="small">{{ 'disclosureDocument.inventory.realPersons' | transloco }}</p>
              }
              @if (row.entry.healthRisk) {
                <p class="small">{{ 'disclosureDocument.inventory.healthRisk' | transloco }}</p>
              }
            </li>
          }
        </ol>
        <button trButton type="button" (click)="document.inventory.set(null)">
          {{ 'disclosureDocument.inventory.close' | transloco }}
        </button>
      } @else {
        <p class="small">{{ 'disclosureDocument.inventory.what' | transloco }}</p>
        <button trButton type="button" [busy]="document.busy()" (click)="document.openInventory()">
          {{ 'disclosureDocument.inventory.open' | transloco }}
        </button>
      }
    </tr-card>
  `,
  styleUrl: './inventory-card.css',
})
export class InventoryCard {
  readonly entries = input.required<number>();
  protected readonly document = inject(CaseDocument);
  protected readonly rows = computed(() =>
    (this.document.inventory()?.entries ?? []).map((entry) => ({
      entry,
      facts: texts.map((key) => ({ key, text: entry[key] })).filter(({ text }) => text.trim() !== ''),
    })),
  );
}
