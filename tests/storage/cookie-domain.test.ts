import { describe, it, expect } from 'vitest';
import { cookieDomain } from '../../src/storage/cookie-domain.ts';

const host = 'sokhcn.laichau.gov.vn';

describe('the domain of the shared cookie', () => {
  it.each([
    ['.laichau.gov.vn', host, 'laichau.gov.vn'],
    ['laichau.gov.vn', host, 'laichau.gov.vn'],
    [' .LaiChau.gov.VN ', host, 'laichau.gov.vn'],
    [host, host, host],
    ['.chinhphu.vn', 'vpcp.chinhphu.vn', 'chinhphu.vn'],
    ['.so_cu.gov.vn', 'a.so_cu.gov.vn', 'so_cu.gov.vn'],
    ['xn--rch-0na8712a.vn', 'www.xn--rch-0na8712a.vn', 'xn--rch-0na8712a.vn'],
  ])('%j on %s is %s', (domain, hostname, expected) => {
    expect(cookieDomain(domain, hostname)).toBe(expected);
  });

  it.each([
    ['.vn', host, 'a public name'],
    ['vn', host, 'a public name'],
    ['gov.vn', host, 'a public name'],
    ['.com.vn', 'www.bao.com.vn', 'a public name'],
    ['gov.vn', 'gov.vn', 'a public name, even of a page that has it'],
    ['hau.gov.vn', host, 'the end of a label'],
    ['hanoi.gov.vn', host, 'another province'],
    ['cong.sokhcn.laichau.gov.vn', host, 'below the page'],
    ['', host, 'nothing'],
    ['.', host, 'nothing'],
    ['..laichau.gov.vn', host, 'no name'],
    ['laichau.gov.vn.', host, 'not written as hosts are'],
    ['laichau.gov.vn; Path=/x', host, 'more than a name'],
    ['https://laichau.gov.vn', host, 'an address'],
    ['localhost', 'localhost', 'one label'],
    ['10.0.0.1', '10.0.0.1', 'an IP address'],
    ['0.0.1', '10.0.0.1', 'the end of an IP address'],
    ['[::1]', '[::1]', 'an IP address'],
    ['laichau.gov.vn', '', 'asked for by a page without a host'],
  ])('%j on %s is refused: %s', (domain, hostname) => {
    expect(cookieDomain(domain, hostname)).toBe(null);
  });
});
