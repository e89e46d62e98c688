//! The order of elements as the schemas have it (ECMA-376), for all that the writer uses.

use roxmltree::Node;

/// Children of an element, in their order. A name with a parent holds for that parent alone.
const ORDERS: &[(&str, &str)] = &[
    (
        "c:chartSpace",
        "date1904 lang roundedCorners AlternateContent style clrMapOvr pivotSource protection chart spPr txPr externalData printSettings userShapes extLst",
    ),
    (
        "c:chart",
        "title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs extLst",
    ),
    ("c:plotArea", "layout barChart lineChart scatterChart catAx valAx dTable spPr extLst"),
    ("c:barChart", "barDir grouping varyColors ser dLbls gapWidth overlap serLines axId extLst"),
    ("c:lineChart", "grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId extLst"),
    ("c:scatterChart", "scatterStyle varyColors ser dLbls axId extLst"),
    (
        "c:barChart/c:ser",
        "idx order tx spPr invertIfNegative pictureOptions dPt dLbls trendline errBars cat val shape extLst",
    ),
    ("c:lineChart/c:ser", "idx order tx spPr marker dPt dLbls trendline errBars cat val smooth extLst"),
    ("c:scatterChart/c:ser", "idx order tx spPr marker dPt dLbls trendline errBars xVal yVal smooth extLst"),
    ("c:dPt", "idx invertIfNegative marker bubble3D explosion spPr pictureOptions extLst"),
    (
        "c:dLbls",
        "dLbl delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator showLeaderLines leaderLines extLst",
    ),
    (
        "c:dLbl",
        "idx delete layout tx numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator extLst",
    ),
    ("c:errBars", "errDir errBarType errValType noEndCap plus minus val spPr extLst"),
    ("c:ser/c:marker", "symbol size spPr extLst"),
    ("c:dPt/c:marker", "symbol size spPr extLst"),
    (
        "c:catAx",
        "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl extLst",
    ),
    (
        "c:valAx",
        "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt crossBetween majorUnit minorUnit dispUnits extLst",
    ),
    ("c:scaling", "logBase orientation max min extLst"),
    ("c:manualLayout", "layoutTarget xMode yMode wMode hMode x y w h extLst"),
    ("c:numRef", "f numCache extLst"),
    ("c:numCache", "formatCode ptCount pt extLst"),
    ("c:strRef", "f strCache extLst"),
    ("c:strCache", "ptCount pt extLst"),
    ("c:spPr", "xfrm custGeom prstGeom noFill solidFill gradFill blipFill pattFill grpFill ln effectLst"),
    ("p:spPr", "xfrm custGeom prstGeom noFill solidFill gradFill blipFill pattFill grpFill ln effectLst"),
    ("cdr:spPr", "xfrm custGeom prstGeom noFill solidFill gradFill blipFill pattFill grpFill ln effectLst"),
    ("a:ln", "noFill solidFill gradFill pattFill prstDash custDash round bevel miter headEnd tailEnd"),
    ("a:lnB", "noFill solidFill gradFill pattFill prstDash custDash round bevel miter headEnd tailEnd"),
    ("a:custGeom", "avLst gdLst ahLst cxnLst rect pathLst"),
    ("cdr:relSizeAnchor", "from to sp grpSp graphicFrame cxnSp pic"),
    ("cdr:sp", "nvSpPr spPr style txBody"),
    ("a:p", "pPr r br fld endParaRPr"),
    (
        "a:pPr",
        "lnSpc spcBef spcAft buClrTx buClr buSzTx buSzPct buSzPts buFontTx buFont buNone buAutoNum buChar buBlip tabLst defRPr extLst",
    ),
    (
        "a:lvl1pPr",
        "lnSpc spcBef spcAft buClrTx buClr buFontTx buFont buNone buAutoNum buChar buBlip tabLst defRPr extLst",
    ),
    ("a:rPr", "ln noFill solidFill effectLst highlight latin ea cs sym hlinkClick extLst"),
    ("a:defRPr", "ln noFill solidFill effectLst highlight latin ea cs sym hlinkClick extLst"),
    ("a:endParaRPr", "ln noFill solidFill effectLst highlight latin ea cs sym hlinkClick extLst"),
    ("a:r", "rPr t"),
    ("a:fld", "rPr pPr t"),
    ("a:tbl", "tblPr tblGrid tr"),
    ("a:tc", "txBody tcPr"),
    ("a:tcPr", "lnL lnR lnT lnB lnTlToBr lnBlToTr cell3D noFill solidFill pattFill extLst"),
    ("a:xfrm", "off ext chOff chExt"),
    ("p:xfrm", "off ext"),
    ("p:sld", "cSld clrMapOvr transition timing extLst"),
    ("p:notes", "cSld clrMapOvr extLst"),
    ("p:sldLayout", "cSld clrMapOvr transition timing hf extLst"),
    ("p:sldMaster", "cSld clrMap sldLayoutIdLst transition timing hf txStyles extLst"),
    ("p:notesMaster", "cSld clrMap hf notesStyle extLst"),
    ("p:cSld", "bg spTree custDataLst controls extLst"),
    ("p:sp", "nvSpPr spPr style txBody extLst"),
    ("p:nvSpPr", "cNvPr cNvSpPr nvPr"),
    ("p:pic", "nvPicPr blipFill spPr style extLst"),
    ("p:blipFill", "blip srcRect tile stretch"),
    ("p:graphicFrame", "nvGraphicFramePr xfrm graphic extLst"),
    ("p:txBody", "bodyPr lstStyle p"),
    ("a:txBody", "bodyPr lstStyle p"),
    ("cdr:txBody", "bodyPr lstStyle p"),
    ("c:txPr", "bodyPr lstStyle p"),
    (
        "p:presentation",
        "sldMasterIdLst notesMasterIdLst handoutMasterIdLst sldIdLst sldSz notesSz embeddedFontLst custShowLst photoAlbum custDataLst kinsoku defaultTextStyle modifyVerifier extLst",
    ),
    ("a:theme", "themeElements objectDefaults extraClrSchemeLst custClrLst extLst"),
    ("a:clrScheme", "dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink extLst"),
    ("a:fmtScheme", "fillStyleLst lnStyleLst effectStyleLst bgFillStyleLst"),
];

/// Elements that repeat as a choice, in any order.
const MIXED: &[&str] = &["a:p", "p:spTree", "a:path"];

fn prefixed(node: Node<'_, '_>) -> String {
    let prefix = match node.tag_name().namespace().unwrap_or_default() {
        space if space.ends_with("/drawingml/2006/chart") => "c",
        space if space.ends_with("/drawingml/2006/main") => "a",
        space if space.ends_with("/presentationml/2006/main") => "p",
        space if space.ends_with("/drawingml/2006/chartDrawing") => "cdr",
        _ => "",
    };
    format!("{prefix}:{}", node.tag_name().name())
}

/// What stands out of order below a node, with its place.
pub fn disorder(root: Node<'_, '_>) -> Vec<String> {
    let mut wrong = Vec::new();
    for node in root.descendants().filter(Node::is_element) {
        let name = prefixed(node);
        if MIXED.contains(&name.as_str()) {
            continue;
        }
        let within = node.parent_element().map(|parent| format!("{}/{name}", prefixed(parent)));
        let order = within
            .and_then(|within| ORDERS.iter().find(|(one, _)| *one == within))
            .or_else(|| ORDERS.iter().find(|(one, _)| *one == name));
        let Some((_, order)) = order else { continue };
        let order: Vec<&str> = order.split(' ').collect();
        let mut last = 0;
        for child in node.children().filter(Node::is_element) {
            match order.iter().position(|one| *one == child.tag_name().name()) {
                Some(at) if at >= last => last = at,
                Some(_) => wrong.push(format!("{name}: {} comes too late", child.tag_name().name())),
                None => wrong.push(format!("{name}: {} is not known there", child.tag_name().name())),
            }
        }
    }
    wrong
}
