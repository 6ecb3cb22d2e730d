/** Bodies of functions that are run in a page, and what they return. */

export interface Faint {
  text: string;
  colour: string;
  ground: string;
  ratio: number;
}

/** Texts whose contrast to what lies below them is under 4.5 to 1 (WCAG 2.2, 1.4.3). */
export const FAINT_TEXTS = `
  const parse = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const isClear = (colour) => parse(colour).length === 4 && parse(colour)[3] === 0;
  const luminance = (colour) => {
    const [r, g, b] = parse(colour).map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const groundOf = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (!isClear(backgroundColor)) return backgroundColor;
    }
    return 'rgb(255, 255, 255)';
  };
  const hasText = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
  const faint = [];
  for (const element of document.body.querySelectorAll('*')) {
    if (!hasText(element) || element.closest('title')) continue;
    const style = getComputedStyle(element);
    const colour = element.closest('svg') ? style.fill : style.color;
    const ground = groundOf(element);
    const [low, high] = [luminance(colour), luminance(ground)].sort((a, b) => a - b);
    const ratio = (high + 0.05) / (low + 0.05);
    if (!(ratio >= 4.5)) faint.push({ text: element.textContent.slice(0, 40), colour, ground, ratio });
  }
  return faint;`;

/** How much wider the page is than what is seen of it, and texts that reach over its edge. */
export const OVERFLOW = `
  const { scrollWidth, clientWidth } = document.documentElement;
  const over = [...document.body.querySelectorAll('*')].filter((element) => {
    const { right, left, width } = element.getBoundingClientRect();
    return width > 0 && !element.closest('thead') && (right > clientWidth + 1 || left < -1);
  });
  return { excess: scrollWidth - clientWidth, over: over.map((element) => element.outerHTML.slice(0, 80)) };`;

/** Elements with text that takes no space, or of which only a part is shown. */
export const HIDDEN_TEXTS = `
  const hidden = [];
  for (const element of document.body.querySelectorAll('section, section *')) {
    if (element.closest('svg, thead') || element.textContent.trim() === '') continue;
    const { width, height } = element.getBoundingClientRect();
    const { visibility, opacity } = getComputedStyle(element);
    const isCut = getComputedStyle(element).overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1;
    if (width === 0 || height === 0 || visibility !== 'visible' || opacity !== '1' || isCut) hidden.push(element.outerHTML.slice(0, 80));
  }
  return hidden;`;

export const GROUND = 'return getComputedStyle(document.body).backgroundColor;';

export const DEAD_LINKS = `
  const links = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href'));
  return links.filter((href) => !document.getElementById(href.slice(1)));`;
