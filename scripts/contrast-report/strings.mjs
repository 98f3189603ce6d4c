/**
 * @typedef {object} Strings
 * @property {string} title
 * @property {(page: string, width: number) => string} of
 * @property {string} note
 * @property {string} notLoaded
 * @property {(count: number) => string} foreignFrames
 * @property {(pairs: number, texts: number, level: string) => string} found
 * @property {(level: string) => string} nothingFailing
 * @property {(passing: number) => string} passing
 * @property {(undecided: number) => string} undecided
 * @property {string} pairsHeading
 * @property {(nr: number, color: string, ground: string) => string} pair
 * @property {(ratio: string, wanted: string, isLarge: boolean) => string} falls
 * @property {(count: number) => string} texts
 * @property {string} words
 * @property {string} places
 * @property {string} inlineStyle
 * @property {string} pageStyle
 * @property {string} atElement
 * @property {(nr: number) => string} caption
 * @property {{ what: string, sample: string, text: string, ground: string, ratio: string }} columns
 * @property {{ now: string, text: string, ground: string }} rows
 * @property {string} sampleWords
 * @property {(color: string, ground: string, ratio: string) => string} sampleAlt
 * @property {string} noText
 * @property {string} noGround
 * @property {(opacity: string) => string} faded
 * @property {string} confirmed
 * @property {(count: number) => string} stillFailing
 * @property {string} undecidedHeading
 * @property {string} undecidedNote
 * @property {Record<string, string>} reasons why axe cannot decide, by its message key
 * @property {string} otherReason
 * @property {(count: number) => string} more
 * @property {string} how
 * @property {string} written
 */

/** What the report says. @type {Record<'vi' | 'en', Strings>} */
export const STRINGS = {
  vi: {
    title: 'Báo cáo độ tương phản',
    of: (page, width) => `Trang: ${page} (cửa sổ rộng ${width} px)`,
    note: 'Báo cáo này chỉ xét độ tương phản của chữ ở trạng thái lúc trang vừa mở. Không có cặp màu nào bị nêu tên không có nghĩa là trang đã đạt một tiêu chuẩn.',
    notLoaded: 'Trang chưa tải xong trong thời gian chờ; có thể còn thiếu kiểu dáng hoặc nội dung.',
    foreignFrames: (count) => `${count} khung (iframe) của trang khác không được xét.`,
    found: (pairs, texts, level) => `${pairs} cặp màu ở ${texts} chỗ chưa đạt tỉ lệ của mức ${level}.`,
    nothingFailing: (level) => `Không tìm thấy cặp màu nào dưới tỉ lệ của mức ${level}.`,
    passing: (passing) => `${passing} chỗ đạt tỉ lệ.`,
    undecided: (undecided) => `${undecided} chỗ không xác định được, cần người xem.`,
    pairsHeading: 'Các cặp màu chưa đạt',
    pair: (nr, color, ground) => `Cặp ${nr}: chữ ${color} trên nền ${ground}`,
    falls: (ratio, wanted, isLarge) => `Hiện là ${ratio}, cần ít nhất ${wanted}${isLarge ? ' (chữ lớn)' : ''}.`,
    texts: (count) => `${count} chỗ`,
    words: 'Ví dụ',
    places: 'Màu chữ được đặt ở',
    inlineStyle: 'thuộc tính style của phần tử',
    pageStyle: 'thẻ <style> trong trang',
    atElement: 'phần tử',
    caption: (nr) => `Cặp ${nr}: màu hiện nay và màu đề nghị`,
    columns: { what: 'Phương án', sample: 'Mẫu', text: 'Màu chữ', ground: 'Màu nền', ratio: 'Tỉ lệ' },
    rows: { now: 'Hiện nay', text: 'Đổi màu chữ', ground: 'Hoặc đổi nền' },
    sampleWords: 'Rõ chữ',
    sampleAlt: (color, ground, ratio) => `Mẫu chữ ${color} trên nền ${ground}, ${ratio}`,
    noText: 'Trên nền này không màu chữ nào đạt; cần đổi nền.',
    noGround: 'Không có màu nền nào để nêu: chữ này trong suốt một phần, hoặc không nền nào đạt.',
    faded: (opacity) => `Chữ bị làm mờ (opacity ${opacity}); màu đề nghị đã tính đến điều đó.`,
    confirmed: 'Đã thử màu chữ này ngay trên trang: mọi chỗ của cặp đều đạt.',
    stillFailing: (count) => `Đã thử màu chữ này ngay trên trang: ${count} chỗ vẫn chưa đạt, cần xem từng chỗ.`,
    undecidedHeading: 'Những chỗ không xác định được',
    undecidedNote: 'Không biết chắc màu nằm dưới chữ, nên không thể nói là đạt hay chưa đạt.',
    reasons: {
      bgImage: 'chữ nằm trên ảnh nền',
      bgGradient: 'chữ nằm trên nền chuyển màu',
      imgNode: 'có ảnh trong phần tử',
      bgOverlap: 'bị phần tử khác che',
      complexTextShadows: 'chữ có nhiều bóng đổ',
      fgAlpha: 'chữ trong suốt một phần',
      elmPartiallyObscured: 'bị phần tử khác che một phần',
      elmPartiallyObscuring: 'chỉ nằm một phần trên nền của nó',
      outsideViewport: 'nằm ngoài cửa sổ',
      equalRatio: 'chữ cùng màu với nền',
      shortTextContent: 'chữ quá ngắn',
      emptyValue: 'ô nhập chưa có chữ',
      nonBmp: 'chỉ có ký hiệu, không có chữ',
      pseudoContent: 'nền do phần tử giả (::before, ::after) tạo ra',
      colorParse: 'không đọc được màu',
    },
    otherReason: 'lý do khác',
    more: (count) => `và ${count} chỗ nữa`,
    how: 'Màu đề nghị là màu gần màu cũ nhất trong sRGB mà đạt tỉ lệ; sắc màu được giữ trong vòng 8 độ (OKLab). Chỗ chưa đạt do axe-core tìm ra.',
    written: 'Đã ghi báo cáo vào',
  },
  en: {
    title: 'Contrast report',
    of: (page, width) => `Page: ${page} (window ${width} px wide)`,
    note: 'This report looks only at the contrast of text, as the page stands just after opening. That no pair is named here does not mean that the page meets a standard.',
    notLoaded: 'The page had not finished loading in time; styles or content may be missing.',
    foreignFrames: (count) => `Frames of other sites that were not looked at: ${count}.`,
    found: (pairs, texts, level) => `Pairs of colours below the ratio of level ${level}: ${pairs}, in ${texts} places.`,
    nothingFailing: (level) => `No pair of colours was found below the ratio of level ${level}.`,
    passing: (passing) => `Places that reach the ratio: ${passing}.`,
    undecided: (undecided) => `Places that could not be decided and need a person: ${undecided}.`,
    pairsHeading: 'Pairs that fall short',
    pair: (nr, color, ground) => `Pair ${nr}: text ${color} on ground ${ground}`,
    falls: (ratio, wanted, isLarge) => `Now ${ratio}, at least ${wanted} is needed${isLarge ? ' (large text)' : ''}.`,
    texts: (count) => `places: ${count}`,
    words: 'For example',
    places: 'The text colour is set at',
    inlineStyle: 'the element’s style attribute',
    pageStyle: 'a <style> in the page',
    atElement: 'element',
    caption: (nr) => `Pair ${nr}: colours now and suggested`,
    columns: { what: 'Choice', sample: 'Sample', text: 'Text', ground: 'Ground', ratio: 'Ratio' },
    rows: { now: 'Now', text: 'Change the text', ground: 'Or the ground' },
    sampleWords: 'Rõ chữ',
    sampleAlt: (color, ground, ratio) => `Sample of text ${color} on ground ${ground}, ${ratio}`,
    noText: 'No text colour passes on this ground; the ground has to change.',
    noGround: 'No ground can be named: the text is partly transparent, or no ground passes.',
    faded: (opacity) => `The text is faded (opacity ${opacity}); the suggested colour reckons with that.`,
    confirmed: 'This text colour was tried on the page: every place of the pair passes.',
    stillFailing: (count) =>
      `This text colour was tried on the page; places that still fall short: ${count}. Look at each.`,
    undecidedHeading: 'Places that could not be decided',
    undecidedNote: 'What lies under the text is not known for certain, so these are neither passed nor failed.',
    reasons: {
      bgImage: 'the text lies on a background image',
      bgGradient: 'the text lies on a gradient',
      imgNode: 'there is an image in the element',
      bgOverlap: 'another element lies over it',
      complexTextShadows: 'the text has several shadows',
      fgAlpha: 'the text is partly transparent',
      elmPartiallyObscured: 'another element lies over a part of it',
      elmPartiallyObscuring: 'it lies only partly on its ground',
      outsideViewport: 'it lies outside the window',
      equalRatio: 'the text has the colour of its ground',
      shortTextContent: 'the text is too short',
      emptyValue: 'the field is empty',
      nonBmp: 'there are only symbols, no letters',
      pseudoContent: 'the ground comes from ::before or ::after',
      colorParse: 'a colour could not be read',
    },
    otherReason: 'another reason',
    more: (count) => `and ${count} more`,
    how: 'The suggested colour is the one nearest to the old in sRGB that reaches the ratio; hue is kept within 8 degrees (OKLab). What falls short was found by axe-core.',
    written: 'The report was written to',
  },
};
