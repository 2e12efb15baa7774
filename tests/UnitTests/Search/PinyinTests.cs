using Crm.Platform.Search;
using Xunit;

namespace Crm.UnitTests.Search;

public sealed class PinyinTests
{
    [Theory]
    [InlineData("华为技术有限公司", "hw")]
    [InlineData("华为技术有限公司", "huawei")]
    [InlineData("深圳市华为技术有限公司", "hwjs")]
    [InlineData("重庆长安汽车", "chongqing")]
    [InlineData("重庆长安汽车", "cqca")]
    [InlineData("长沙银行", "changshayinhang")]
    [InlineData("长沙银行", "csyh")]
    [InlineData("中国银行", "zgyh")]
    [InlineData("厦门航空", "xiamen")]
    [InlineData("厦门航空", "xmhk")]
    [InlineData("单国强", "shanguoqiang")]
    [InlineData("曾志伟", "zeng")]
    [InlineData("解晓东", "xxd")]
    [InlineData("吕布", "lvbu")]
    [InlineData("吕布", "lubu")]
    [InlineData("乐视网", "leshi")]
    [InlineData("岳乐山", "yueleshan")]
    [InlineData("IBM中国", "ibmzg")]
    public void A_name_is_found_by_how_it_is_read(string name, string typed)
    {
        var stored = new SearchText().Name("name", name).Stored();
        var terms = SearchGrams.Of(1, SearchText.Read(stored));
        var query = SearchQuery.Of(typed);

        Assert.All(query.LookUps(1), lookUp => Assert.Contains(terms, term => lookUp.Ranges.Any(range => term >= range.From && term < range.Below)));
        Assert.NotNull(new SearchMatcher(query, forgiving: false).Of(stored));
    }

    [Theory]
    [InlineData("华为技术有限公司", "wh")]
    [InlineData("华为技术有限公司", "华技")]
    [InlineData("Acme Corp", "acne")]
    [InlineData("Acme Corp", "acme gmbh")]
    public void What_a_name_is_not_called_does_not_find_it(string name, string typed) =>
        Assert.Null(new SearchMatcher(SearchQuery.Of(typed), forgiving: false).Of(new SearchText().Name("name", name).Stored()));

    [Theory]
    [InlineData("华为技术有限公司", "huawei", "华为")]
    [InlineData("深圳华为（中国）技术", "华为中国", "华为（中国")]
    [InlineData("Zürich Re", "zurich", "Zürich")]
    [InlineData("GTX Pro 5", "gtxpro", "GTX Pro")]
    [InlineData("ＡＣＭＥ 集团", "acme", "ＡＣＭＥ")]
    public void What_was_matched_is_marked_as_it_is_written(string name, string typed, string marked)
    {
        var match = new SearchMatcher(SearchQuery.Of(typed), forgiving: false).Of(new SearchText().Name("name", name).Stored())!;

        Assert.Equal(marked, name.Substring(match.Ranges[0].Start, match.Ranges[0].Length));
    }

    [Fact]
    public void A_number_is_found_by_its_beginning_its_end_and_in_parts()
    {
        var stored = new SearchText().Name("name", "王伟").Code("mobile", "138 1234-5678").Code("email", "wang.wei@huawei.com").Stored();
        foreach (var typed in new[] { "138123", "13812345678", "5678", "wang.wei@huawei.com", "王伟 138", "huawei" })
            Assert.NotNull(new SearchMatcher(SearchQuery.Of(typed), forgiving: false).Of(stored));
    }

    [Fact]
    public void A_word_is_packed_and_read_back()
    {
        foreach (var word in new[] { "a", "huawei", "3m", "abcdefghij", "zzzzzzzzzz", "0" })
            Assert.Equal(word, SearchTerm.Unpack(SearchTerm.Word(7, SearchTerm.Sort.Word, word)));
        Assert.Equal("abcdefghij", SearchTerm.Unpack(SearchTerm.Word(7, SearchTerm.Sort.Word, "abcdefghijklm")));
    }
}
