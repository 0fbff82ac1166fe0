import { TestBed } from '@angular/core/testing';
import { CodeInput } from './code-input.js';

async function shown() {
  const fixture = TestBed.createComponent(CodeInput);
  fixture.componentRef.setInput('label', 'Six digits');
  await fixture.whenStable();
  const field = (fixture.nativeElement as HTMLElement).querySelector('input');
  if (field === null) throw new Error('the field is missing');
  const complete: string[] = [];
  fixture.componentInstance.complete.subscribe((code) => complete.push(code));
  const type = (text: string): void => {
    field.value = text;
    field.dispatchEvent(new Event('input'));
  };
  return { fixture, field, complete, type };
}

describe('the six digits', () => {
  it('takes a pasted code with spaces and says once that it is complete', async () => {
    const { fixture, field, complete, type } = await shown();
    type('123 456');
    type('123456');
    expect(field.value).toBe('123456');
    expect(fixture.componentInstance.value()).toBe('123456');
    expect(complete).toEqual(['123456']);
  });

  it('drops letters and waits for the sixth digit', async () => {
    const { fixture, complete, type } = await shown();
    type('12a34');
    expect(fixture.componentInstance.value()).toBe('1234');
    expect(complete).toEqual([]);
  });
});
