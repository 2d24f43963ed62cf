namespace LeakageAnalyzers.Runtime.Report.Tests.Browser;

/// <summary>Questions to the rendered page. They run in the browser; the page itself has no script.</summary>
internal static class PageScripts
{
    /// <summary>Elements that stick out of the window, those inside of what can be scrolled by itself left out.</summary>
    public const string SticksOut = """
        [...document.querySelectorAll('body *')]
          .filter(element => !element.closest('.scroll table') && element.checkVisibility() && element.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
          .map(element => element.tagName + '.' + (element.getAttribute('class') ?? '') + ': ' + element.textContent.slice(0, 40))
          .concat(document.documentElement.scrollWidth > window.innerWidth ? ['the page is ' + document.documentElement.scrollWidth + ' wide'] : [])
        """;

    /// <summary>Elements that stick out of a sheet of paper, on which nothing can be scrolled, and the bar of links, which cannot be followed there.</summary>
    public const string CutOffOnPaper = """
        [...document.querySelectorAll('body *')]
          .filter(element => element.checkVisibility() && (element.tagName === 'NAV' || element.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5
            || (getComputedStyle(element).overflowX !== 'visible' && !(element instanceof SVGElement) && element.scrollWidth > element.clientWidth + 1)))
          .map(element => element.tagName + '.' + (element.getAttribute('class') ?? '') + ': ' + element.textContent.slice(0, 40))
        """;

    /// <summary>Texts and marks inside of drawings that are too near in colour to the page: 4.5 to 1 for texts, 3 to 1 for what shows data (WCAG 2.2, 1.4.3 and 1.4.11).</summary>
    public const string PaleInDrawings = """
        (() => {
          const channel = value => { const c = value / 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; };
          const parse = colour => colour.match(/[\d.]+/g).map(Number);
          const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
          const contrast = (a, b) => { const [x, y] = [luminance(a), luminance(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
          const ground = element => {
            for (let e = element.parentElement; e; e = e.parentElement) {
              const colour = parse(getComputedStyle(e).backgroundColor);
              if (colour.length < 4 || colour[3] > 0) return colour;
            }
            return [255, 255, 255];
          };
          const pale = [];
          for (const svg of document.querySelectorAll('svg')) {
            if (!svg.checkVisibility()) continue;
            const behind = ground(svg);
            const data = getComputedStyle(document.documentElement).getPropertyValue('--accent').trim();
            for (const text of svg.querySelectorAll('text')) {
              const ratio = contrast(parse(getComputedStyle(text).fill), behind);
              if (ratio < 4.5) pale.push(text.textContent + ' ' + ratio.toFixed(2));
            }
            for (const mark of svg.querySelectorAll('[style*="--accent"], .used, .hatching, .shared, .all')) {
              const style = getComputedStyle(mark);
              const colour = style.stroke !== 'none' ? style.stroke : style.fill;
              if (colour === 'none') continue;
              const ratio = contrast(parse(colour), behind);
              if (ratio < 3) pale.push(mark.tagName + ' ' + (mark.getAttribute('class') ?? '') + ' ' + ratio.toFixed(2));
            }
          }
          return pale;
        })()
        """;

    /// <summary>Drawings without a name and a description for who cannot see them, and ids that occur twice.</summary>
    public const string Nameless = """
        [...document.querySelectorAll('svg')]
          .filter(svg => svg.getAttribute('role') !== 'img' || !svg.querySelector(':scope > title')?.textContent.trim()
            || (svg.closest('figure') && !svg.querySelector(':scope > desc')?.textContent.trim()))
          .map(svg => svg.outerHTML.slice(0, 80))
          .concat([...document.querySelectorAll('[id]')].map(e => e.id).filter((id, i, all) => all.indexOf(id) !== i).map(id => 'id twice: ' + id))
          .concat([...document.querySelectorAll('[aria-labelledby]')].flatMap(e => e.getAttribute('aria-labelledby').split(' ')).filter(id => !document.getElementById(id)).map(id => 'no id: ' + id))
        """;

    /// <summary>The smallest letters in drawings and their sizes as rendered, in pixels of CSS, below 10.5.</summary>
    public const string TinyLetters = """
        [...document.querySelectorAll('svg text')].filter(text => text.checkVisibility())
          .map(text => [text.textContent, parseFloat(getComputedStyle(text).fontSize) * text.getCTM().a * (text.ownerSVGElement.getBoundingClientRect().width / text.ownerSVGElement.getBoundingClientRect().width)])
          .filter(([, size]) => size < 10.5 && size > 0).map(([text, size]) => text + ' ' + size.toFixed(1))
        """;

    /// <summary>Texts in a drawing that lie upon each other or leave it.</summary>
    public const string Collisions = """
        [...document.querySelectorAll('figure svg')].filter(svg => svg.checkVisibility()).flatMap(svg => {
          const frame = svg.getBoundingClientRect();
          const boxes = [...svg.querySelectorAll('text')].map(text => [text.textContent, text.getBoundingClientRect()]).filter(([text, box]) => text.trim() && box.width > 0);
          const outside = boxes.filter(([, b]) => b.left < frame.left - 1 || b.right > frame.right + 1 || b.top < frame.top - 1 || b.bottom > frame.bottom + 1).map(([text]) => 'outside: ' + text);
          const upon = boxes.flatMap(([text, a], i) => boxes.slice(i + 1)
            .filter(([, b]) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4)
            .map(([other]) => text + ' upon ' + other));
          return outside.concat(upon);
        })
        """;

    /// <summary>The colour of the page and of its letters.</summary>
    public const string Colours = "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]";

    /// <summary>What axe-core, which has to be loaded, finds against WCAG 2.2 A and AA and its best practices.</summary>
    public const string Axe = """
        axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
          .then(result => result.violations.flatMap(violation => violation.nodes.map(node => violation.id + ': ' + node.html.slice(0, 120) + ' ' + node.failureSummary)))
        """;
}
