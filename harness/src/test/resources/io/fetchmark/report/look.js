(() => {
  const parse = (text) => {
    const parts = text.match(/[\d.]+/g).map(Number);
    return { rgb: parts.slice(0, 3), alpha: parts.length > 3 ? parts[3] : 1 };
  };
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour.alpha === 1) return colour.rgb;
    }
    return [255, 255, 255];
  };
  const contrast = (a, b) => {
    const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const shown = (element) => element.checkVisibility && element.checkVisibility() && element.getClientRects().length > 0;
  const paleTexts = [];
  let texts = 0;
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const element = walk.currentNode.parentElement;
    const inSvg = element instanceof SVGElement;
    const words = walk.currentNode.textContent.trim();
    if (!words || !shown(element) || (inSvg && element.tagName !== 'text')) continue;
    texts++;
    const style = getComputedStyle(element);
    const colour = parse(inSvg ? style.fill : style.color).rgb;
    const ratio = contrast(colour, ground(element));
    if (ratio < 4.5) paleTexts.push(words + ' ' + ratio.toFixed(2));
  }
  const charts = [...document.querySelectorAll('svg[role=img]')];
  const name = (svg) =>
    (svg.getAttribute('aria-labelledby') || '').split(' ')
      .map((id) => document.getElementById(id)).filter((node) => node && svg.contains(node))
      .map((node) => node.textContent.trim()).join(' ');
  const cutTexts = [];
  for (const svg of charts) {
    const frame = svg.parentElement.getBoundingClientRect();
    for (const text of svg.querySelectorAll('text')) {
      const box = text.getBoundingClientRect();
      if (shown(text) && (box.left < frame.left - 0.5 || box.right > frame.right + 0.5
          || box.top < frame.top - 0.5 || box.bottom > frame.bottom + 0.5)) {
        cutTexts.push(text.textContent);
      }
    }
    const boxes = [...svg.querySelectorAll('text')].filter(shown).map((text) => [text.textContent, text.getBoundingClientRect()]);
    boxes.forEach(([one, a], i) => boxes.slice(i + 1).forEach(([other, b]) => {
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      // Boxes of text have air above and below the letters.
      if (wide > 0.5 && high > 3) cutTexts.push(one + ' over ' + other);
    }));
  }
  // Who makes the page wider than the window, where it is.
  const wideParts = document.scrollingElement.scrollWidth <= window.innerWidth ? []
    : [...document.querySelectorAll('.fetchmark *')]
      .filter((element) => element.getBoundingClientRect().right > window.innerWidth
        && !(element.parentElement.closest('.fmk-scroll') && matchMedia('screen').matches))
      .filter((element) => !(element instanceof SVGElement))
      .map((element) => element.closest('table,figure,p,li')?.textContent.trim().slice(0, 60) + ': ' + element.outerHTML.slice(0, 60));
  const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
  const levels = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((heading) => Number(heading.tagName[1]));
  return {
    scrollWidth: document.scrollingElement.scrollWidth,
    innerWidth: window.innerWidth,
    charts: charts.length,
    namelessCharts: charts.filter((svg) => name(svg).length < 40).length,
    textlessCharts: charts.filter((svg) => [...svg.querySelectorAll('text')].filter(shown).length < 5).length,
    scripts: document.scripts.length,
    twins: ids.filter((id, i) => ids.indexOf(id) !== i),
    leaps: levels.filter((level, i) => i > 0 && level > levels[i - 1] + 1).length,
    tablesWithoutCaption: [...document.querySelectorAll('table')].filter((table) => !table.caption).length,
    headersWithoutScope: document.querySelectorAll('th:not([scope])').length,
    cutTexts, paleTexts, wideParts, texts,
  };
})()
