import { Component, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { CompartmentMark, Field } from '@trellis/ui';
import { FieldError } from './field-error';
import type { NewPerson } from './new-couple';

/** Name, pronouns and language of one of the two people. */
@Component({
  selector: 'tr-person-fields',
  imports: [CompartmentMark, Field, FieldError, FormField, TranslocoPipe],
  template: `
    <fieldset [class]="of()">
      <legend><tr-compartment-mark [of]="of()" />{{ 'caseload.new.sides.' + side() | transloco }}</legend>
      <tr-field
        #name
        [label]="'caseload.new.personName' | transloco"
        [hint]="'caseload.new.personNameHint' | transloco"
        [error]="person().name | trFieldError | transloco"
      >
        <input
          autocomplete="off"
          [id]="name.id"
          [attr.aria-describedby]="name.describedBy"
          [attr.aria-invalid]="(person().name | trFieldError) !== '' ? true : null"
          [formField]="person().name"
        />
      </tr-field>
      <tr-field
        #pronouns
        [label]="'caseload.new.pronouns' | transloco"
        [optionalWord]="'caseload.new.optional' | transloco"
        [error]="person().pronouns | trFieldError | transloco"
      >
        <input
          autocomplete="off"
          [id]="pronouns.id"
          [attr.aria-describedby]="pronouns.describedBy"
          [attr.aria-invalid]="(person().pronouns | trFieldError) !== '' ? true : null"
          [formField]="person().pronouns"
        />
      </tr-field>
      <tr-field #language [label]="'caseload.new.language' | transloco">
        <select [id]="language.id" [formField]="person().language">
          <option value="en">English</option>
          <option value="es">Español</option>
        </select>
      </tr-field>
    </fieldset>
  `,
  styles: `
    fieldset {
      display: grid;
      gap: 12px;
    }
    legend {
      display: flex;
      gap: 8px;
      align-items: center;
      margin-bottom: 10px;
      font-weight: 600;
    }
    .rp legend {
      color: var(--rp);
    }
    .bp legend {
      color: var(--bp);
    }
  `,
})
export class PersonFields {
  readonly person = input.required<FieldTree<NewPerson>>();
  readonly of = input.required<'rp' | 'bp'>();
  readonly side = input.required<'RP' | 'BP'>();
}
