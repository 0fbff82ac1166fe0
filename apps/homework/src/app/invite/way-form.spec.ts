import { TestBed } from '@angular/core/testing';
import { Passkeys } from '@trellis/ui';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import type { ChosenWay } from './chosen-way';
import { WayForm } from './way-form';

beforeEach(() => {
  // Headings come to the top of the page, which jsdom cannot scroll.
  window.scrollTo = jest.fn();
});

async function setUp(work = true, shared = false) {
  TestBed.configureTestingModule({
    imports: [WayForm],
    providers: [provideLanguages(), { provide: Passkeys, useValue: { work } }],
  });
  await TestBed.inject(Languages).use('en');
  const fixture = TestBed.createComponent(WayForm);
  fixture.componentRef.setInput('problem', null);
  fixture.componentRef.setInput('shared', shared);
  const chosen: ChosenWay[] = [];
  fixture.componentInstance.chosen.subscribe((way) => chosen.push(way));
  fixture.detectChanges();
  const page = fixture.nativeElement as HTMLElement;
  const press = (words: string): void => {
    [...page.querySelectorAll('button')].find((one) => one.textContent.includes(words))!.click();
    fixture.detectChanges();
  };
  const fill = (name: string, text: string): void => {
    const field = page.querySelector<HTMLInputElement>(`input[name=${name}]`)!;
    field.value = text;
    field.dispatchEvent(new Event('input'));
  };
  const send = (): void => {
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    fixture.detectChanges();
  };
  return { page, press, fill, send, chosen };
}

describe('choosing a way in', () => {
  it('offers three, each with what it means, and none beforehand', async () => {
    const { page, chosen } = await setUp();
    for (const words of ['With a passkey', 'With a passphrase', 'With a PIN on this device'])
      expect(page.textContent).toContain(words);
    expect(page.querySelector('input')).toBeNull();
    expect(chosen).toEqual([]);
  });

  it('warns calmly of a shared account before a passkey is made', async () => {
    const { page, press, chosen } = await setUp();
    press('With a passkey');
    expect(page.textContent).toContain('the other person may be able to use your passkey');
    press('Join with a passkey');
    expect(chosen).toEqual([{ kind: 'passkey' }]);
  });

  it('offers no PIN on a device that somebody else uses too', async () => {
    const { page } = await setUp(true, true);
    expect(page.textContent).toContain('You said that somebody else uses this device.');
    expect(page.textContent).not.toContain('With a PIN on this device');
    expect(page.textContent).toContain('With a passphrase');
  });

  it('offers no passkey where the browser knows none', async () => {
    expect((await setUp(false)).page.textContent).not.toContain('With a passkey');
  });

  it('says what a PIN does not open, and takes it when both are the same', async () => {
    const { page, press, fill, send, chosen } = await setUp();
    press('With a PIN');
    expect(page.textContent).toContain('needs a passkey or a passphrase');
    fill('pin', '4829');
    send();
    expect(page.textContent).toContain('at least six digits');
    fill('pin', '482917');
    fill('pin-again', '482918');
    send();
    expect(page.textContent).toContain('not the same yet');
    fill('pin-again', '482917');
    send();
    expect(chosen).toEqual([{ kind: 'device', pin: '482917' }]);
  });

  it('lets one go back and choose again', async () => {
    const { page, press } = await setUp();
    press('With a PIN');
    press('Choose another way');
    expect(page.textContent).toContain('How do you want to come in?');
  });
});
