import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { QuickExit } from './quick-exit';
import { Session } from './session/session';

function setUp() {
  const navigateByUrl = jest.fn().mockReturnValue(new Promise(() => undefined));
  const forget = jest.fn();
  const sendBeacon = jest.fn().mockReturnValue(true);
  Object.defineProperty(navigator, 'sendBeacon', { value: sendBeacon, configurable: true });
  TestBed.configureTestingModule({
    providers: [
      { provide: Router, useValue: { navigateByUrl } },
      { provide: Session, useValue: { forget } },
    ],
  });
  const exit = TestBed.inject(QuickExit);
  exit.watch();
  return { exit, navigateByUrl, forget, sendBeacon };
}

function escape(at: number): void {
  const event = new KeyboardEvent('keydown', { key: 'Escape' });
  Object.defineProperty(event, 'timeStamp', { value: at });
  document.dispatchEvent(event);
}

describe('quick exit', () => {
  afterEach(() => {
    document.body.hidden = false;
  });

  it('blanks the page, ends the session at the clinic and replaces the history entry', () => {
    const { exit, navigateByUrl, forget, sendBeacon } = setUp();
    exit.leave();
    expect(document.body.hidden).toBe(true);
    expect(sendBeacon).toHaveBeenCalledWith('/api/home/session/exit');
    expect(forget).toHaveBeenCalledTimes(1);
    expect(navigateByUrl).toHaveBeenCalledWith('/away', { replaceUrl: true });
  });

  it('leaves on two presses of Escape in quick succession', () => {
    const { sendBeacon } = setUp();
    escape(1000);
    expect(sendBeacon).not.toHaveBeenCalled();
    escape(1500);
    expect(sendBeacon).toHaveBeenCalledTimes(1);
  });

  it('stays when the presses are far apart', () => {
    const { sendBeacon } = setUp();
    escape(1000);
    escape(2500);
    expect(sendBeacon).not.toHaveBeenCalled();
  });
});
