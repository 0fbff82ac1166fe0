import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { IdleLock } from './idle-lock';
import { Session } from './session';

describe('a page that was left open', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('closes after the idle time, ends the session at the clinic, and leads back here after the sign-in', () => {
    const sendBeacon = jest.fn().mockReturnValue(true);
    Object.defineProperty(navigator, 'sendBeacon', { value: sendBeacon, configurable: true });
    const navigate = jest.fn().mockResolvedValue(true);
    const idleSeconds = signal<number | null>(900);
    const forget = jest.fn(() => {
      idleSeconds.set(null);
    });
    TestBed.configureTestingModule({
      providers: [
        { provide: Router, useValue: { url: '/tasks/7', navigated: true, navigate } },
        { provide: Session, useValue: { idleSeconds, forget } },
      ],
    });
    TestBed.inject(IdleLock).watch();
    TestBed.tick();
    jest.advanceTimersByTime(899_999);
    expect(navigate).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(navigate).toHaveBeenCalledWith(['/sign-in'], { queryParams: { returnUrl: '/tasks/7' } });
    expect(sendBeacon).toHaveBeenCalledWith('/api/home/session/exit');
    expect(forget).toHaveBeenCalledTimes(1);
  });
});
