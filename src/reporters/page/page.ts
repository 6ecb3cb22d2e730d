import type { Activity } from '../../activity/activity.js';
import { isEmpty } from '../../activity/figures.js';
import { PAGE_START } from '../../activity/page-start.js';
import { showDecisions } from './decisions.js';
import { showHandoffs } from './handoffs.js';
import { html, type Markup } from './html.js';
import { showMoment } from './moments.js';
import { showNotices } from './notices.js';
import { showFigures, showPeriod } from './overview.js';
import { showReportLists } from './report-lists.js';
import { showRuns } from './runs.js';
import { makeLinks, type Section, showSection } from './section.js';
import { STYLES } from './styles.js';
import { showKeys } from './values.js';

/** What is said of the page itself. */
export interface PageFacts {
  /** Name of the repository. */
  repository: string;
  madeAt: Date;
  /** Of this package. */
  version: string;
}

/** Nothing but the styles of the page itself: no script, no picture, no address, whatever stands in the data. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** One HTML document that needs nothing else; the same for the same activity and facts. */
export function formatPage(activity: Activity, { repository, madeAt, version }: PageFacts): string {
  const sections = listSections(activity);
  const iso = madeAt.toISOString();
  const period = showPeriod(activity);
  const page = html` ${version}">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Backend work in ${repository}</title>
<style>${STYLES}</style>
</head>
<body>
<header>
<p class="eyebrow">Backend work</p>
<h1>${repository}</h1>
<p class="lead">What agents did here${period ? html` ${period}` : undefined}, as their hooks recorded it. Times are in UTC.</p>
${isEmpty(activity) ? undefined : showFigures(activity)}</header>
${sections.length > 1 ? showContents(sections) : undefined}<main>
${showNotices(activity)}${isEmpty(activity) ? showNothing() : sections.map(showSection)}</main>
<footer>
<p>Made ${showMoment({ text: iso, iso })} UTC by <code>backend-system-architect report</code> ${version}, from the files in <code>.claude/context</code>. The page has no scripts and loads nothing.</p>
</footer>
</body>
</html>
`;
  return `${PAGE_START}${page}`;
}

function listSections(activity: Activity): Section[] {
  const linkTo = makeLinks(activity.runs);
  const further = Object.keys(activity.more).length;
  return [
    ...(activity.runs.length > 0 ? [showRuns(activity)] : []),
    ...showDecisions(activity, linkTo),
    ...showHandoffs(activity, linkTo),
    ...showReportLists(activity, linkTo),
    ...(further > 0 ? [{ id: 'more', title: 'Also on file', count: further, body: showKeys(activity.more) }] : []),
  ];
}

function showContents(sections: readonly Section[]): Markup {
  const links = sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`);
  return html`<nav aria-label="Contents"><ul>${links}</ul></nav>
`;
}

function showNothing(): Markup {
  return html`<section class="nothing" aria-labelledby="nothing-title">
<h2 id="nothing-title">Nothing is recorded yet</h2>
<p>When the agent ends a run, its hooks record it in <code>.claude/context</code>: what it built, what it decided, and what it left to others. Make this page again then.</p>
<ol>
<li>Install the agent: <code>npx backend-system-architect install</code></li>
<li>Open the repository in Claude Code, accept its trust question, and ask for backend work.</li>
<li>Run <code>npx backend-system-architect report --html</code> again.</li>
</ol>
</section>
`;
}
