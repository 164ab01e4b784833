<?xml version="1.0" encoding="UTF-8"?>
<!-- What a reader sees of an HTML page, with marks where elements begin and end. See html_render.py. -->
<!DOCTYPE xsl:stylesheet [
  <!ENTITY block "&#x86;">
  <!ENTITY inline "&#x87;">
  <!ENTITY field "&#x88;">
  <!ENTITY begun "&#x89;">
  <!ENTITY end-inline "&#x8A;">
  <!ENTITY cut "&#x8B;">
  <!ENTITY br "&#x8C;">
  <!ENTITY end-item "&#x8D;">
  <!ENTITY end-line "&#x8E;">
  <!ENTITY end-paragraph "&#x8F;">
]>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="text" encoding="UTF-8"/>

  <!-- No content. -->
  <xsl:template match="script|style|template|svg|iframe|object|embed|audio|video|canvas|map|datalist|head|dialog|menu|nav|option|select|textarea"/>
  <xsl:template match="comment()|processing-instruction()"/>

  <!-- Furniture of the page, unless it holds the page's title or says who wrote; content inside an article. -->
  <xsl:template match="aside|footer|header">
    <xsl:if test="ancestor::article or ancestor::blockquote or ancestor::li or .//h1 or .//*[@itemprop='author' or @property='author']">
      <xsl:call-template name="paragraph"/>
    </xsl:if>
  </xsl:template>
  <xsl:template match="noscript">
    <xsl:if test=".//p and not(contains(., 'JavaScript') and string-length(.) &lt; 300)"><xsl:call-template name="paragraph"/></xsl:if>
  </xsl:template>

  <!-- Blocks: with a margin, without, and items of lists. -->
  <xsl:template name="paragraph" match="address|article|blockquote|body|center|dir|dl|fieldset|figure|form|h1|h2|h3|h4|h5|h6|hr|main|ol|p|pre|section|table|ul">&block;<xsl:call-template name="content"/>&end-paragraph;</xsl:template>
  <xsl:template match="caption|dd|details|div|dt|figcaption|legend|summary|tbody|td|tfoot|th|thead|tr">&block;<xsl:call-template name="content"/>&end-line;</xsl:template>
  <xsl:template match="li">&block;<xsl:call-template name="content"/>&end-item;</xsl:template>
  <xsl:template match="br">&br;</xsl:template>
  <xsl:template match="pre//text()"><xsl:value-of select="translate(., '&#10;', '&br;')"/></xsl:template>

  <!-- Inline elements that may carry facts; all others are only text. -->
  <xsl:template name="inline" match="a|abbr|cite|label|q|span|time">&inline;<xsl:call-template name="content"/>&end-inline;</xsl:template>
  <xsl:template match="button">&cut;</xsl:template>

  <xsl:template name="content"><xsl:value-of select="name()"/><xsl:apply-templates select="@*"/>&begun;<xsl:apply-templates/></xsl:template>
  <xsl:template match="@*"/>
  <xsl:template name="attribute" match="@class|@itemprop|@role|@style|@hidden|@aria-hidden">&field;<xsl:value-of select="name()"/>=<xsl:value-of select="."/></xsl:template>
</xsl:stylesheet>
