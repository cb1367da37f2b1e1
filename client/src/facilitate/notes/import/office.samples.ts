import { strToU8, zipSync } from 'fflate';

/** What Word puts on the clipboard, cut to what matters: its head, lists as paragraphs, fields, tables, pictures. */
export const fromWord = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta name=Generator content="Microsoft Word 15"><link rel=File-List href="file:///C:/Users/ada/clip_filelist.xml">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- /* Style Definitions */ p.MsoNormal {mso-style-unhide:no; margin:0cm; font-family:"Calibri",sans-serif;} --></style>
</head><body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<p class=MsoTitle><span style='mso-ansi-language:EN-US'>Bread waste<o:p></o:p></span></p>
<h2>What works<o:p></o:p></h2>
<p class=MsoNormal><b style='mso-bidi-font-weight:normal'><span style='font-family:"Arial",sans-serif;color:#C00000'>Two
people</span></b> are <i>paid</i> from it, see <a href="https://example.org/bread">the page</a> and <a
href="javascript:alert(1)">this</a> and <a href="file:///C:/secret.docx">that</a>.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]>Sfax<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>14 bakeries<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast dir=RTL style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;</span></span></span><![endif]><span lang=AR-SA>إربد</span><o:p></o:p></p>
<p class=MsoNormal>Then:<o:p></o:p></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span><span
style='mso-list:Ignore'>3.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span></span><![endif]>Sign the contract<o:p></o:p></p>
<p class=MsoNormal><!--[if gte vml 1]><v:shape id="Picture_1"><v:imagedata src="file:///C:/clip_image001.png"/></v:shape><![endif]--><![if !vml]><img
width=602 height=338 src="file:///C:/clip_image002.jpg" onerror="alert(1)"><![endif]></p>
<table class=MsoTableGrid border=1 style='border-collapse:collapse;border:none'><tr style='mso-yfti-irow:0'>
<td width=301 valign=top style='width:225.4pt;border:solid windowtext 1.0pt'><p class=MsoNormal>Town<o:p></o:p></p></td>
<td width=301 valign=top><p class=MsoNormal>Tons<o:p></o:p></p></td></tr>
<tr><td><p class=MsoNormal>Sfax<o:p></o:p></p></td><td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td></tr></table>
<!--EndFragment--></body></html>`;

/** What LibreOffice Writer puts there. */
export const fromLibreOffice = `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN"><html><head>
<meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title>
<meta name="generator" content="LibreOffice 24.2.7.2 (Linux)"/>
<style type="text/css">@page { size: 21cm 29.7cm; margin: 2cm } p { line-height: 115%; background: transparent }</style>
</head><body lang="de-DE" link="#000080" vlink="#800000" dir="ltr">
<h1 class="western">Brotabfälle</h1>
<p style="line-height: 100%; margin-bottom: 0cm"><font face="Liberation Serif, serif"><font size="3" style="font-size: 12pt">Zwei
<b>Menschen</b> leben <u>davon</u>.</font></font></p>
<p style="margin-bottom: 0cm"><br/>
</p>
<p dir="rtl" align="right" style="margin-bottom: 0cm"><span lang="ar-SA">يعيش منها شخصان (2026).</span></p>
<ul><li><p style="margin-bottom: 0cm">Sfax</p></li><li><p>Irbid</p><ol><li><p>Altstadt</p></li></ol></li></ul>
<table width="643" cellpadding="4" cellspacing="0"><col width="312"/><thead><tr valign="top">
<th style="border: 1px solid #000000"><p>Ort</p></th></tr></thead><tbody><tr><td><p><font color="#ff0000">Saida</font></p></td></tr></tbody></table>
</body></html>`;

/** The text of a Word file: a heading, an Arabic line with a link, a table. */
export const wordText = `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Brotabfälle</w:t></w:r></w:p>
<w:p><w:pPr><w:bidi/></w:pPr><w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve">يعيش منها شخصان (2026). </w:t></w:r><w:hyperlink r:id="rId1"><w:r><w:t>page</w:t></w:r></w:hyperlink></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Saida</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`;

/** A Word file with this text. */
export function wordFile(text: string): Uint8Array<ArrayBuffer> {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  const files = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/hyperlink" Target="https://example.org/bread" TargetMode="External"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'word/styles.xml': `<w:styles xmlns:w="${word}"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`,
    'word/document.xml': `<w:document xmlns:w="${word}" xmlns:r="${office}"><w:body>${text}</w:body></w:document>`,
  };
  const bytes = Object.entries(files).map(([name, content]) => [name, strToU8(content)] as const);
  return new Uint8Array(zipSync(Object.fromEntries(bytes)));
}
