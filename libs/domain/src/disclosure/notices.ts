import { say, type LocalizedText } from '../shared/localized.js';

export const noticeIds = ['not_at_this_time', 'scheduling_paused', 'session_cancelled'] as const;
export type NoticeId = (typeof noticeIds)[number];

/**
 * What both people are told, in the same words whatever the reason and whoever gave it (FTD-13). There is no
 * place in them for a reason, a name or a side.
 */
export const neutralNotices: Readonly<Record<NoticeId, LocalizedText>> = {
  not_at_this_time: say(
    'The formal disclosure will not go ahead at this time. Your therapist will talk with you.',
    'La revelación formal no se hará por ahora. Su terapeuta hablará con usted.',
  ),
  scheduling_paused: say(
    'Scheduling is on pause. Your therapist will talk with you.',
    'La programación está en pausa. Su terapeuta hablará con usted.',
  ),
  session_cancelled: say(
    'The planned session is cancelled for now. Your therapist will talk with you.',
    'La sesión prevista se cancela por ahora. Su terapeuta hablará con usted.',
  ),
};

/**
 * Whether what a person was told still holds beside what they see now (FTD-13): a cancelled session and a pause of the
 * planning are past as soon as there is a date again, and once the session has been. An end stays as it was said.
 */
export function noticeHolds(notice: NoticeId, shown: { readonly datedOrPast: boolean }): boolean {
  return notice === 'not_at_this_time' || !shown.datedOrPast;
}
