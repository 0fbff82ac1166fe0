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
    predictors: 'clinic/predictors',
    disclosure: 'clinic/disclosure',
    reports: 'clinic/reports',
    audit: 'clinic/audit',
  },
  home: {
    session: 'home/session',
    invitations: 'home/invitations',
    enrolment: 'home/enrolment',
    consents: 'home/consents',
    homework: 'home/homework',
    predictors: 'home/predictors',
    record: 'home/record',
  },
} as const;
