import { Pipe, type PipeTransform } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';

/** Translation key of what is wrong with a field, once someone has been there or asked to send; else ''. */
@Pipe({ name: 'trFieldError', pure: false })
export class FieldError implements PipeTransform {
  transform(field: FieldTree<string>): string {
    const state = field();
    return state.touched() ? (state.errors()[0]?.message ?? '') : '';
  }
}
