import { expectScales } from './scaled.ts';

const page = (css: string, body: string, doctype = '<!DOCTYPE html>'): string =>
  `${doctype}<html><head><style>${css}</style></head><body>${body}</body></html>`;

const text = '<div class="a">Một <b class="b">hai <i class="c">ba</i></b></div>';

describe('text sizes follow the scale', () => {
  const rules: Record<string, string> = {
    'no size of its own': '',
    px: '.a{font-size:13px}.b{font-size:9px}',
    'px at the body': 'body{font-size:12px}',
    pt: '.a{font-size:10pt}.b{font-size:7.5pt}',
    'cm, mm, in, pc, Q': '.a{font-size:.5cm}.b{font-size:4mm}.c{font-size:.2in}div{font-size:1pc}i{font-size:12q}',
    rem: '.a{font-size:1.2rem}.b{font-size:.9rem}',
    'rem under html 62.5 %': 'html{font-size:62.5%}body{font-size:1.4rem}.b{font-size:2rem}',
    'rem under html in px': 'html{font-size:10px}body{font-size:1.4rem}.b{font-size:2rem}',
    'rem under html in vw': 'html{font-size:2vw}body{font-size:.8rem}.b{font-size:2rem}',
    'em and % left alone': '.a{font-size:14px}.b{font-size:1.5em}.c{font-size:80%}',
    'em at the body': 'body{font-size:.8em}.b{font-size:12px}',
    '% at the body': 'body{font-size:75%}',
    '% at html and body': 'html,body{font-size:90%}',
    'smaller and larger': 'body{font-size:smaller}.a{font-size:larger}.b{font-size:smaller}',
    'inherit at the body': 'html,body,div,b,i{font:inherit;font-size:100%}',
    'a universal px': '*{font-size:12px}',
    'a universal %': '*{font-size:100%}',
    'a universal relative unit': '*{font-size:.95em}',
    keywords: 'body{font-size:small}.a{font-size:x-large}.b{font-size:xx-small}.c{font-size:medium}',
    'more keywords': '.a{font-size:xxx-large}.b{font-size:initial}.c{font-size:x-small}',
    'the font shorthand': '.a{font:bold 13px/1.5 Arial,sans-serif}.b{font:11pt/20px Georgia}.c{font:inherit}',
    'the font shorthand on html': 'html{font:12px/18px Arial}',
    'the font shorthand on the body': 'body{font:.8em/1.3 Arial}',
    'vw, vh, vmin, svw': '.a{font-size:2vw}.b{font-size:3vh}.c{font-size:2vmin}div{font-size:2svw}',
    calc: '.a{font-size:calc(10px + .5vw)}.b{font-size:calc(1rem*1.2 - 2px)}.c{font-size:calc(50% + 2px)}',
    'clamp, min, max': '.a{font-size:clamp(12px,2vw,1.5rem)}.b{font-size:min(20px,3vw)}.c{font-size:max(1rem,1vw)}',
    'mixed relative and absolute at the body': 'body{font-size:calc(100% + .25vw)}',
    '!important': '.a{font-size:13px!important}.b{font-size:11px}#x .b{font-size:40px}',
    '@media': '@media (min-width:1px){.a{font-size:13px}}@media (min-width:9000px){.a{font-size:50px}}',
    '@supports': '@supports (display:block){.a{font-size:13px}@media screen{.b{font:12px serif}}}',
    '@layer': '@layer base,top;@layer top{.a{font-size:13px}}@layer base{.a{font-size:30px}.b{font-size:9px}}',
    'layers inside layers': '@layer one{@layer two{body{font-size:11px}}input{font-size:15px}}',
    nesting: '.a{font-size:13px;.b{font-size:10px;& .c{font-size:8px}}@media screen{font-size:14px}}',
    '@container': '.a{container-type:inline-size}@container (min-width:300px){.b{font-size:13px}}.c{font-size:3cqw}',
    '@scope': '@scope (.a){.b{font-size:13px}}',
    '::before and ::after': '.a::before{content:"x";font-size:9px}.b::after{content:"y";font:7px/1 serif}',
    'line heights': '.a{line-height:20px}.b{line-height:1.5}.c{line-height:normal}',
    'relative line heights': '.a{font-size:14px;line-height:150%}.b{line-height:1.2em;font-size:10px}',
    'line heights on html': 'html{line-height:24px}',
    'relative line heights on html': 'html{line-height:150%}',
    'relative line heights on html and body': 'html,body{line-height:1.5em}',
    'rem line heights': 'html{font-size:62.5%}body{line-height:2.2rem}',
    'line heights by calc': '.a{line-height:calc(1em + 6px)}.b{line-height:calc(12px*1.5)}',
    'hidden text': '.a{font:0/0 a}.b{font-size:0}.c{font-size:0px;line-height:0}',
    'variables in px':
      ':root{--fs:14px;--small:calc(var(--fs) - 4px)}.a{font-size:var(--fs)}.b{font-size:var(--small)}',
    'variables at the root itself': ':root{--fs:10px}html{font-size:var(--fs)}body{font-size:1.6rem}',
    'a variable for html and body': ':root{--fs:13px}html,body{font-size:var(--fs)}',
    'variables in em': ':root{--fs:1.5em}.a{font-size:12px}.b{font-size:var(--fs)}.c{font-size:var(--fs)}',
    'variables that hold numbers': ':root{--r:1.25;--lh:1.4}.a{font-size:calc(1rem*var(--r));line-height:var(--lh)}',
    'variables that hold a keyword': ':root{--fs:large}.a{font-size:var(--fs)}.b{font-size:var(--none,small)}',
    'variables that hold this and that': ':root{--fs:14px}.b{--fs:1.5em}div,b,i{font-size:var(--fs)}',
    'variables for line heights':
      '.a{--lh:calc(var(--sp)*6);line-height:var(--lh)}.b{--lh:1.5;line-height:var(--lh)}:root{--sp:4px}',
    'variables with fallbacks': '.a{font-size:var(--no,13px)}.b{font-size:var(--no,var(--nor,1.5em))}',
    'a fallback of another kind': ':root{--fs:14px}.a{font-size:var(--fs,1em)}.b{font-size:var(--no,9px)}',
    'the font shorthand in a variable': ':root{--f:13px/20px Arial}.a{font:var(--f)}',
    'all: initial': '.a{all:initial}.b{font-size:12px}',
    '@property': '@property --fs{syntax:"<length>";inherits:true;initial-value:17px}.a{font-size:var(--fs)}',
    'a shorthand overridden in one rule': '.a{font:12px Arial;font-size:1.2em;line-height:20px}',
    zoom: '.a{zoom:1.5;font-size:12px}.b{font-size:8px}',
    'a text spacing in px': '.a{letter-spacing:2px;word-spacing:3px;text-indent:-9999px;font-size:12px}',
  };
  for (const [name, css] of Object.entries(rules)) {
    it(name, () => expectScales(page(css, `${text}<p id="x">${text}</p>`)));
  }

  const bodies: Record<string, string> = {
    'inline px': '<p style="font-size:13px">a <span style="font: 9pt/12pt serif">b</span></p>',
    'inline !important': '<p style="color:red;font-size:13px!important">a</p>',
    'inline em': '<p style="font-size:1.5em">a<i style="line-height:20px">b</i></p>',
    'inline keyword': '<p style="font-size:small">a</p>',
    'inline variables': '<div style="--fs:15px"><p style="font-size:var(--fs)">a</p></div>',
    'oddly written inline styles': '<p style=" FONT-SIZE : 13PX ;;foo:bar;">a</p><p style="">b</p><p style=";">c</p>',
    '<font size>':
      '<font size="1">a<font size="+2">b</font></font><font size="5">c</font><font size="-1">d</font><font size="7">e</font>',
    'old headings and sizes': '<h1>a</h1><h3>b <small>c</small></h3><big>d</big><sub>e</sub><center>f</center>',
    'form controls':
      '<input><button>a</button><select><option>b</select><textarea></textarea><input type="submit"><fieldset><legend>c</legend></fieldset>',
    'text in monospace': '<pre>a <code>b</code></pre><code>c</code><kbd>d</kbd><samp>e</samp><tt>f</tt>',
    'SVG attributes':
      '<svg><text font-size="12">a<tspan font-size="8px">b</tspan></text><text font-size="large">c</text></svg>',
    'SVG by CSS':
      '<svg><style>.t{font-size:14px}</style><text class="t">a</text><text style="font-size:9px">b</text></svg>',
    tables: '<table><tr><td>a<table><tr><th>b</table></table>',
  };
  for (const [name, html] of Object.entries(bodies)) {
    // Monospace has a size of its own in every browser, but not in every case.
    const isPatched = name.includes('monospace') ? 'maybe' : false;
    it(name, () => expectScales(page('', html), { isPatched }));
    it(`${name}, under a size of the page's own`, () => expectScales(page('body{font-size:12px}', html)));
    it(`${name}, in quirks mode`, () => expectScales(page('body{font-size:11px}', html, '')));
  }

  it('controls that inherit', () =>
    expectScales(
      page(
        'body{font-size:13px}input,select{font:inherit}button{font-size:1em}textarea{font-size:100%}',
        bodies['form controls']!,
      ),
    ));
  it('controls with sizes of their own', () =>
    expectScales(
      page(
        'input{font-size:15px}select{font:12px Arial}button{font-size:.8rem}textarea{font-size:.9em}',
        bodies['form controls']!,
      ),
      { isPatched: 'maybe' },
    ));
  it('a size of the page for font elements and tables', () =>
    expectScales(
      page(
        'font{font-size:12px}table{font-size:1em}td{font-size:11px}body{font-size:10px}',
        bodies['<font size>']! + bodies.tables!,
        '',
      ),
    ));
  it('a later size over a font variable', () =>
    expectScales(page(':root{--f:13px/20px Arial}.a{font:var(--f);font-size:11px}', text), { isPatched: 'maybe' }));
  it('SVG attributes under a rule', () => expectScales(page('text{font-size:20px}', bodies['SVG attributes']!)));
  it('a universal size over controls', () => expectScales(page('*{font-size:12px}', bodies['form controls']!)));
  it('a universal size in a layer over controls', () =>
    expectScales(page('@layer reset{*{font-size:12px}}', bodies['form controls']!)));
});
