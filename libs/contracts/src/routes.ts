/**
 * Paths below `/api`. The first segment is the surface: `clinic` answers only on the portal's listener and
 * only to the staff cookie, `home` only on the homework app's listener and only to the client cookie.
 */
export const paths = {
  clinic: {
    session: 'clinic/session',
    demo: 'clinic/demo',
    setup: 'clinic/setup',
    account: 'clinic/account',
    staff: 'clinic/staff',
    join: 'clinic/join',
    caseload: 'clinic/caseload',
    couples: 'clinic/couples',
    invitations: 'clinic/invitations',
    homework: 'clinic/homework',
    releases: 'clinic/releases',
    predictors: 'clinic/predictors',
    disclosure: 'clinic/disclosure',
    reports: 'clinic/reports',
    audit: 'clinic/audit',
    erasures: 'clinic/erasures',
    breakGlass: 'clinic/break-glass',
    cover: 'clinic/cover',
    psychotherapyNotes: 'clinic/psychotherapy-notes',
  },
  home: {
    session: 'home/session',
    devices: 'home/devices',
    invitations: 'home/invitations',
    enrolment: 'home/enrolment',
    consents: 'home/consents',
    homework: 'home/homework',
    releases: 'home/releases',
    shared: 'home/shared',
    predictors: 'home/predictors',
    record: 'home/record',
    erasure: 'home/erasure',
  },
} as const;
