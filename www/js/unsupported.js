// For browsers without module scripts, among them the Internet Explorer mode of Chinese browsers:
// in the syntax that they know.
(function () {
  var root = document.getElementById("app");
  root.setAttribute("role", "alert");
  root.innerHTML =
    "<p>这个浏览器太旧，打不开本页。请换用较新的浏览器；360、QQ 浏览器请切换到“极速模式”。</p>" +
    "<p>This browser is too old for this page. Please use a newer one.</p>";
})();
