import type { ProjectFacts } from '../project-facts.ts';
import type { ProjectFile } from '../project-file.ts';

/** Debian, so that the browser can be installed with what it needs. */
const image = 'node:24.11.0-bookworm';

const included = '.gitlab/golden-path.gitlab-ci.yml';

/** GitLab CI: the gate of each merge request, and staging by a pipeline schedule. */
export function gitlab({ install, isLocked }: ProjectFacts): ProjectFile[] {
  const cache = isLocked
    ? `
    - key:
        files: [package-lock.json]
      paths: [.npm/]`
    : '';
  const jobs = `# Yours to change. Written once by: golden-path init --ci gitlab
# The night needs a pipeline schedule, and in Settings > CI/CD > Variables, masked where they are secret:
# GOLDEN_PATH_STAGING_URL, GOLDEN_PATH_STAGING_EMAIL, GOLDEN_PATH_STAGING_PASSWORD (a second person: …_EMAIL_2, …_PASSWORD_2).
.golden-path:
  image: ${image}
  timeout: 30 minutes
  variables:
    GIT_DEPTH: '0'
    npm_config_cache: .npm
  before_script:
    - ${install}
    - npx playwright install --with-deps chromium
  artifacts:
    when: always
    expire_in: 14 days
    paths: [reports/]
    reports:
      junit: reports/junit.xml
      codequality: reports/code-quality.json

golden-path:
  extends: .golden-path
  timeout: 30 minutes
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_PIPELINE_SOURCE != "schedule" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  parallel:
    matrix:
      # Add the next number when a phase is reached: the migration cannot slip back behind it.
      - PHASE: ['1']
  script:
    - npx golden-path gate --phase "$PHASE" --reporter junit=reports/junit.xml --reporter code-quality=reports/code-quality.json

golden-path-nightly:
  extends: .golden-path
  timeout: 45 minutes
  # Staging is shared: one night at a time.
  resource_group: golden-path-staging
  rules:
    - if: $CI_PIPELINE_SOURCE == "schedule"
  cache:${cache}
    - key: golden-path-nights
      when: always
      paths: [reports/results.sqlite]
  script:
    - npx golden-path nightly --target staging --max-duration 20m --max-runs "\${MAX_RUNS:-500}" --rate 1/s --report-url "$CI_JOB_URL" --reporter junit=reports/junit.xml --reporter night=reports/summary.md
  after_script:
    - npx golden-path report build --out reports/dashboard

pages:
  image: ${image}
  timeout: 10 minutes
  rules:
    - if: $CI_PIPELINE_SOURCE == "schedule"
      when: always
  needs:
    - job: golden-path-nightly
      artifacts: true
  script:
    - mv reports/dashboard public
  artifacts:
    paths: [public]
`;
  return [
    { path: included, text: jobs },
    { path: '.gitlab-ci.yml', text: `include:\n  - local: ${included}\n` },
  ];
}
